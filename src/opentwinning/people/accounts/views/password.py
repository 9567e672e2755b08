"""Forgotten passwords (page 27). The answer never tells whether an address is known (A3)."""

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import pgettext

from opentwinning.core.web import ActorRequest, Audience, go, open_to, page
from opentwinning.facilities.limits.actions import network_of, within_limits
from opentwinning.people.accounts.actions import ask_for_reset, lead_on, reset_password
from opentwinning.people.accounts.forms import ForgotPasswordForm, NewPasswordForm
from opentwinning.people.accounts.queries import open_link
from opentwinning.people.accounts.vocabulary import LINK_LIMITS, MAIL_LIMITS, TokenPurpose


@open_to(Audience.EVERYBODY)
def forgot_password(request: HttpRequest) -> HttpResponse:
    """Ask for a link by mail."""
    form = ForgotPasswordForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return page(request, "accounts/forgot_password.html", form=form)
    free = within_limits("reset", form.cleaned_data["email"].lower(), MAIL_LIMITS)
    if not (within_limits("reset.network", network_of(request), LINK_LIMITS) and free):
        form.add_error(
            None,
            pgettext(
                "account",
                "Several mails went to this address. Look into the spam folder, or wait an hour.",
            ),
        )
        return page(request, "accounts/forgot_password.html", form=form, status=429)
    ask_for_reset(by=cast("ActorRequest", request).actor, email=form.cleaned_data["email"])
    return go(request, "accounts:forgot_password_sent")


@open_to(Audience.EVERYBODY, methods=("GET",))
def forgot_password_sent(request: HttpRequest) -> HttpResponse:
    """Look into your mail."""
    return page(request, "accounts/forgot_password_sent.html")


@open_to(Audience.EVERYBODY)
def new_password(request: HttpRequest, secret: str) -> HttpResponse:
    """Set a password by the link of a mail. Opening the page changes nothing (A17)."""
    if open_link(secret, TokenPurpose.RESET) is None:
        return closed_link(request)
    form = NewPasswordForm(request.POST or None)
    account = None
    if request.method == "POST" and form.is_valid():
        actor = cast("ActorRequest", request).actor
        account = form.carry_out(lambda: reset_password(by=actor, secret=secret, **form.details()))
    if account is None:
        response = page(request, "accounts/new_password.html", form=form)
        response["Referrer-Policy"] = "same-origin"
        return response
    answer = lead_on(request, account)
    messages.success(request, pgettext("account", "Your new password is saved."))
    return answer


def closed_link(request: HttpRequest) -> HttpResponse:
    """A link that was used, is too old or never was: all the same. Guessing is slow."""
    free = request.method != "POST" or within_limits("link", network_of(request), LINK_LIMITS)
    return page(request, "accounts/link_closed.html", status=410 if free else 429)
