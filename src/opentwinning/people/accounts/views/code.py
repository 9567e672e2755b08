"""Signing in with a code from a mail (page 19). The answer never tells who is known (A3)."""

import secrets
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import pgettext

from opentwinning.core.places import home_of
from opentwinning.core.web import ActorRequest, Audience, go, open_to, page, same_site
from opentwinning.facilities.limits.actions import network_of, within_limits
from opentwinning.people.accounts.actions import ask_for_code, lead_on, sign_in_with_code
from opentwinning.people.accounts.forms import CodeForm, ForgotPasswordForm
from opentwinning.people.accounts.vocabulary import CODE_LIMITS, MAIL_LIMITS, NETWORK_LIMITS

WAITING = "mailed_code"  # in the session: the secret of the asking browser, and where it was going


@open_to(Audience.EVERYBODY)
def code(request: HttpRequest) -> HttpResponse:
    """Ask for a code by mail."""
    actor = cast("ActorRequest", request).actor
    wish = same_site(request.POST.get("next") or request.GET.get("next", ""))
    kept = request.POST.get("kept", "")
    if actor.is_signed_in:
        return redirect(wish or home_of(actor))
    form = ForgotPasswordForm(request.POST if "email" in request.POST else None)
    if not form.is_valid():
        return page(request, "accounts/code.html", form=form, next=wish, kept=kept)
    email = form.cleaned_data["email"].lower()
    free = within_limits("code.mail", email, MAIL_LIMITS)
    if not (within_limits("code.network", network_of(request), NETWORK_LIMITS) and free):
        form.add_error(
            None,
            pgettext(
                "account",
                "Several mails went to this address. Look into the spam folder, or wait an hour.",
            ),
        )
        return page(request, "accounts/code.html", form=form, next=wish, kept=kept, status=429)
    browser = secrets.token_urlsafe(32)
    ask_for_code(by=actor, email=email, browser=browser)
    request.session[WAITING] = {"browser": browser, "wish": wish, "kept": kept}
    return go(request, "accounts:enter_code")


@open_to(Audience.EVERYBODY)
def enter_code(request: HttpRequest) -> HttpResponse:
    """Type the code; it counts only here."""
    actor = cast("ActorRequest", request).actor
    waiting = request.session.get(WAITING)
    if actor.is_signed_in:
        return redirect(home_of(actor))
    if waiting is None:
        return go(request, "accounts:sign_in")
    form = CodeForm(request.POST or None)
    status = None
    if request.method == "POST" and form.is_valid():
        free = within_limits("code", waiting["browser"], CODE_LIMITS)
        if within_limits("code.network", network_of(request), NETWORK_LIMITS) and free:
            account = sign_in_with_code(by=actor, browser=waiting["browser"], **form.details())
            if account is not None:
                return lead_on(request, account, wish=waiting["wish"], kept=waiting["kept"])
            form.add_error("code", wrong_code())
        else:
            status = 429
            form.add_error(None, pgettext("account", "Too many tries. Ask for a new code."))
    return page(request, "accounts/enter_code.html", form=form, status=status)


def wrong_code() -> str:
    """The same words for every address (A3)."""
    return pgettext(
        "account", "This code is wrong, used or too old. Check it, or ask for a new one."
    )
