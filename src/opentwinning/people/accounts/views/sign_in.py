"""Signing in, out, and sending a form again that was kept meanwhile (page 19)."""

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import pgettext

from opentwinning.core.places import home_of, is_local_door_open, panels, start_page
from opentwinning.core.web import ActorRequest, Audience, open_to, page, same_site
from opentwinning.facilities.limits.actions import forget_limits, network_of, within_limits
from opentwinning.people.accounts.actions import carry_on, lead_on, suspended_page
from opentwinning.people.accounts.actions import sign_in as carry_out_sign_in
from opentwinning.people.accounts.forms import SignInForm
from opentwinning.people.accounts.models import Account
from opentwinning.people.accounts.vocabulary import (
    NETWORK_LIMITS,
    SIGN_IN_LIMITS,
    AccountState,
)


@open_to(Audience.EVERYBODY)
def sign_in(request: HttpRequest) -> HttpResponse:
    """Enter. ``next`` is a path of this site; ``kept`` a form to send again after signing in."""
    actor = cast("ActorRequest", request).actor
    wish = same_site(request.POST.get("next") or request.GET.get("next", ""))
    kept = request.POST.get("kept", "")
    if actor.is_signed_in:
        return carry_on(request, kept) if kept else redirect(wish or home_of(actor))
    form = SignInForm(request.POST or None)
    account, status = None, None
    if request.method == "POST" and form.is_valid():
        account, status = admitted(request, form)
    if account is None:
        template = "accounts/sign_in_again.html" if kept else "accounts/sign_in.html"
        return page(
            request,
            template,
            form=form,
            next=wish,
            kept=kept,
            status=status,
            is_local_open=is_local_door_open(),
            panels=panels("sign_in", actor, {"next": wish, "kept": kept}),
        )
    if account.state == AccountState.SUSPENDED:
        return suspended_page(request, account)
    return lead_on(request, account, wish=wish, kept=kept)


def admitted(request: HttpRequest, form: SignInForm) -> tuple[Account | None, int | None]:
    """The account, or None with the status of the answer; the form then says why. Tries are counted
    per person and network, so nobody is locked out by somebody elsewhere (A4)."""
    network = network_of(request)
    who = f"{form.cleaned_data['email'].lower()} {network}"
    free = within_limits("sign-in", who, SIGN_IN_LIMITS)
    if not (within_limits("sign-in.network", network, NETWORK_LIMITS) and free):
        form.add_error(
            None,
            pgettext(
                "account", "Too many tries. Wait some minutes, or ask for a new password by mail."
            ),
        )
        return None, 429
    account = carry_out_sign_in(by=cast("ActorRequest", request).actor, **form.details())
    if account is None:
        form.add_error(None, why_not())
        return None, 422
    forget_limits("sign-in", who, SIGN_IN_LIMITS)
    return account, None


def why_not() -> str:
    """The same words for every address (A3)."""
    if not is_local_door_open():
        return pgettext(
            "account", "Only operators sign in with a password here. Choose another way above."
        )
    return pgettext(
        "account", "E-mail address and password do not belong together. Check both and try again."
    )


@open_to(Audience.EVERYBODY, methods=("POST",), before_barriers=True)
def continue_form(request: HttpRequest) -> HttpResponse:
    """Show a form whose session or page had ended, ready to be sent with one click."""
    return carry_on(request, request.POST.get("kept", ""))


@open_to(Audience.EVERYBODY, methods=("POST",), before_barriers=True)
def sign_out(request: HttpRequest) -> HttpResponse:
    """Leave, and take what the browser kept along (I7)."""
    request.session.flush()
    response = redirect(start_page())
    response["Clear-Site-Data"] = '"cache", "storage"'
    return response
