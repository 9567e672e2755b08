"""Proving who one is: after the password, and before a dangerous act."""

import secrets
from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import pgettext

from opentwinning.core.forms import OtForm
from opentwinning.core.freshness import remember_proof
from opentwinning.core.places import home_of
from opentwinning.core.web import ActorRequest, Audience, go, open_to, page, same_site
from opentwinning.facilities.limits.actions import forget_limits, within_limits
from opentwinning.facilities.limits.vocabulary import Limit
from opentwinning.people.accounts.actions import (
    arrive,
    ask_for_proof_code,
    carry_on,
    complete_sign_in,
    half_in,
    prove_with_mailed_code,
)
from opentwinning.people.accounts.models import Account
from opentwinning.people.accounts.queries import account_of
from opentwinning.people.accounts.vocabulary import CODE_LIMITS, MAIL_LIMITS, PASSWORD_LIMITS
from opentwinning.people.identity.actions import prove_with_code
from opentwinning.people.identity.forms import ConfirmForm, SecondStepForm
from opentwinning.people.identity.queries import factors_of
from opentwinning.people.identity.views.passkeys import owner
from opentwinning.people.identity.vocabulary import SECOND_STEP_LIMITS, Factor
from opentwinning.people.identity.wiring.confirming import MAILED, form_for, proof_page


@open_to(Audience.EVERYBODY)
def second_step(request: HttpRequest) -> HttpResponse:
    """The second proof, within ten minutes of the first (A13)."""
    actor = cast("ActorRequest", request).actor
    half = half_in(request.session)
    if half is None:
        return redirect(home_of(actor)) if actor.is_signed_in else go(request, "accounts:sign_in")
    form = SecondStepForm(request.POST or None)
    status = None
    if request.method == "POST" and form.is_valid():
        factor, status = accepted(request, half.account, form)
        account = factor and complete_sign_in(by=actor, account=half.account, how=factor)
        if account:
            return arrive(request, account, wish=half.wish, kept=half.kept)
    factors = factors_of(half.account.pk)
    return page(request, "identity/second_step.html", form=form, factors=factors, status=status)


def accepted(
    request: HttpRequest, account: Account, form: OtForm
) -> tuple[Factor | None, int | None]:
    """Which proof the code was, or None with the status of the answer; the form then says why."""
    who = f"account:{account.pk}"
    if not may_try(form, "second-step", who, SECOND_STEP_LIMITS):
        return None, 429
    actor = cast("ActorRequest", request).actor
    factor = prove_with_code(by=actor, account=account, code=form.cleaned_data["code"])
    if factor is None:
        form.add_error(
            "code",
            pgettext(
                "identity", "This code is wrong or was used. Wait for the next and try again."
            ),
        )
        return None, 422
    forget_limits("second-step", who, SECOND_STEP_LIMITS)
    return factor, None


@open_to(Audience.ADULTS, before_barriers=True)
def confirm(request: HttpRequest) -> HttpResponse:
    """Confirm that it is you, then carry on with what was interrupted (A14)."""
    account = account_of(cast("ActorRequest", request).actor)
    wish = same_site(request.POST.get("next") or request.GET.get("next", ""))
    kept = request.POST.get("kept", "")
    form = form_for(request, account, factors_of(account.pk), request.POST or None)
    by_passkey = bool(request.POST.get("answer")) and owner(request, account.pk) is not None
    if not by_passkey and not (form.is_valid() and proves(request, account, form)):
        return proof_page(request, kept, form=form, wish=wish)
    remember_proof(request.session)
    request.session.pop(MAILED, None)
    if kept:
        return carry_on(request, kept)
    return redirect(wish) if wish else go(request, "identity:security")


def proves(request: HttpRequest, account: Account, form: ConfirmForm) -> bool:
    """The right password or a right code, and not too many tries."""
    if form.cleaned_data.get("code"):
        return accepted(request, account, form)[0] is not None
    if "mailed_code" in form.fields:
        return is_mailed_code(request, account, form)
    who = f"account:{account.pk}"
    if not may_try(form, "password", who, PASSWORD_LIMITS):
        return False
    if not account.knows(form.cleaned_data["password"]):
        form.add_error("password", pgettext("identity", "This password is not right. Try again."))
        return False
    forget_limits("password", who, PASSWORD_LIMITS)
    return True


def may_try(form: OtForm, name: str, who: str, limits: tuple[Limit, ...]) -> bool:
    """Count a try; after too many the form says so."""
    if within_limits(name, who, limits):
        return True
    form.add_error(None, pgettext("identity", "Too many tries. Wait some minutes."))
    return False


def is_mailed_code(request: HttpRequest, account: Account, form: ConfirmForm) -> bool:
    """The code of the mail, typed in the browser that asked for it."""
    browser = request.session[MAILED]
    if not may_try(form, "code", browser, CODE_LIMITS):
        return False
    actor, code = cast("ActorRequest", request).actor, form.cleaned_data["mailed_code"]
    if prove_with_mailed_code(by=actor, account=account, code=code, browser=browser):
        return True
    form.add_error("mailed_code", pgettext("identity", "This code is wrong, used or too old."))
    return False


@open_to(Audience.ADULTS, methods=("POST",), before_barriers=True)
def mail_code(request: HttpRequest) -> HttpResponse:
    """Send a code to somebody who only ever signs in elsewhere and has no password to show."""
    actor = cast("ActorRequest", request).actor
    account = account_of(actor)
    wish, kept = same_site(request.POST.get("next", "")), request.POST.get("kept", "")
    form = ConfirmForm(has_app=False, is_mailed=True)
    if account.has_password or factors_of(account.pk).authenticator is not None:
        return go(request, "identity:confirm")
    if within_limits("code.mail", account.email, MAIL_LIMITS):
        request.session[MAILED] = secrets.token_urlsafe(32)
        ask_for_proof_code(by=actor, account=account, browser=request.session[MAILED])
        return proof_page(request, kept, form=form, wish=wish)
    text = pgettext("identity", "Several mails went to you. Look into the spam folder.")
    messages.error(request, text)
    return proof_page(request, kept, form=form, wish=wish, status=429)
