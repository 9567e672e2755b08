"""Signing in, out, and sending a form again that was kept meanwhile (page 19)."""

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import rotate_token
from django.shortcuts import redirect
from django.urls import translate_url
from django.utils.translation import override, pgettext

from opentwinning.core.keeping import unpack
from opentwinning.core.places import home_of, start_page
from opentwinning.core.web import ActorRequest, Audience, open_to, page, same_site
from opentwinning.facilities.limits.actions import forget_limits, network_of, within_limits
from opentwinning.people.accounts.actions import begin_session
from opentwinning.people.accounts.actions import sign_in as carry_out_sign_in
from opentwinning.people.accounts.forms import SignInForm
from opentwinning.people.accounts.models import Account
from opentwinning.people.accounts.queries import actor_of, was_saved_by_signing_in
from opentwinning.people.accounts.vocabulary import NETWORK_LIMITS, SIGN_IN_LIMITS

LONG = 60  # characters; longer answers are shown as text that can be corrected


@open_to(Audience.EVERYBODY)
def sign_in(request: HttpRequest) -> HttpResponse:
    """Enter. ``next`` is a path of this site; ``kept`` a form to send again after signing in."""
    actor = cast("ActorRequest", request).actor
    wish = same_site(request.POST.get("next") or request.GET.get("next", ""))
    kept = request.POST.get("kept", "")
    if actor.is_signed_in:
        return continuation(request, kept) if kept else redirect(wish or home_of(actor))
    form = SignInForm(request.POST or None)
    account, status = None, None
    if request.method == "POST" and form.is_valid():
        account, status = admitted(request, form)
    if account is None:
        template = "accounts/sign_in_again.html" if kept else "accounts/sign_in.html"
        return page(request, template, form=form, next=wish, kept=kept, status=status)
    return entered(request, account, wish, kept)


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
        form.add_error(
            None,
            pgettext(
                "account",
                "E-mail address and password do not belong together. Check both and try again.",
            ),
        )
        return None, 422
    forget_limits("sign-in", who, SIGN_IN_LIMITS)
    return account, None


def entered(request: HttpRequest, account: Account, wish: str, kept: str = "") -> HttpResponse:
    """Begin the session under a new id and token (A16), and lead on in the account's language."""
    begin_session(request.session, account)
    rotate_token(request)
    actor = cast("ActorRequest", request).actor = actor_of(account)
    if kept:
        return continuation(request, kept)
    onward = translate_url(wish, account.language) if wish else ""
    with override(account.language):
        if was_saved_by_signing_in(account):
            messages.success(
                request, pgettext("account", "Welcome back. Your account will not be erased.")
            )
        return redirect(onward or home_of(actor))


@open_to(Audience.EVERYBODY, methods=("POST",))
def continue_form(request: HttpRequest) -> HttpResponse:
    """Show a form whose session or page had ended, ready to be sent with one click."""
    return continuation(request, request.POST.get("kept", ""))


def continuation(request: HttpRequest, kept: str) -> HttpResponse:
    """The kept fields again; long texts can be read and corrected before they are sent."""
    found = unpack(kept)
    path = same_site(found[0]) if found else ""
    if found is None or not path:
        return page(request, "accounts/continue.html", path="", status=422)
    pairs = [(name, value) for name, values in found[1].items() for value in values]
    texts = [(name, value) for name, value in pairs if len(value) > LONG or "\n" in value]
    others = [pair for pair in pairs if pair not in texts]
    return page(request, "accounts/continue.html", path=path, texts=texts, others=others)


@open_to(Audience.EVERYBODY, methods=("POST",))
def sign_out(request: HttpRequest) -> HttpResponse:
    """Leave, and take what the browser kept along (I7)."""
    request.session.flush()
    response = redirect(start_page())
    response["Clear-Site-Data"] = '"cache", "storage"'
    return response
