"""Account and security (page 36)."""

from typing import Any, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import override, pgettext

from opentwinning.core.forms import OtForm
from opentwinning.core.places import panels
from opentwinning.core.web import ActorRequest, Audience, go, open_to, page
from opentwinning.facilities.limits.actions import forget_limits, within_limits
from opentwinning.people.accounts.actions import (
    change_language,
    change_password,
    remembered,
    rename_account,
    renew_session,
    sign_out_everywhere,
)
from opentwinning.people.accounts.forms import ChangePasswordForm, LanguageForm, NameForm
from opentwinning.people.accounts.models import Account
from opentwinning.people.accounts.queries import account_of
from opentwinning.people.accounts.vocabulary import PASSWORD_LIMITS


def shown(request: HttpRequest, account: Account, **bound: OtForm) -> HttpResponse:
    """The page with one form as it was sent, the others fresh; 422 when it has errors."""
    forms: dict[str, Any] = {
        "name_form": NameForm(initial={"name": account.name}, auto_id="name_%s"),
        "language_form": LanguageForm(
            initial={"language": account.language, "time_zone": account.time_zone}
        ),
        "password_form": ChangePasswordForm(),
    } | bound
    wrong = next((form for form in bound.values() if form.errors), None)
    actor = cast("ActorRequest", request).actor
    return page(
        request,
        "accounts/account.html",
        account=account,
        form=wrong,
        panels=panels("account", actor, account),
        **forms,
    )


@open_to(Audience.ADULTS, methods=("GET",))
def account_page(request: HttpRequest) -> HttpResponse:
    """Everything about signing in, on one page."""
    return shown(request, account_of(cast("ActorRequest", request).actor))


@open_to(Audience.ADULTS, methods=("POST",))
def change_name(request: HttpRequest) -> HttpResponse:
    """Correct the name."""
    actor = cast("ActorRequest", request).actor
    account = account_of(actor)
    form = NameForm(request.POST, auto_id="name_%s")
    if form.is_valid():
        form.carry_out(lambda: rename_account(by=actor, account=account, **form.details()))
    if form.errors:
        return shown(request, account_of(actor), name_form=form)
    messages.success(request, pgettext("account", "Your name is changed."))
    return go(request, "accounts:account")


@open_to(Audience.ADULTS, methods=("POST",))
def change_words(request: HttpRequest) -> HttpResponse:
    """Change language and time zone; the answer already speaks the new language."""
    actor = cast("ActorRequest", request).actor
    account = account_of(actor)
    form = LanguageForm(request.POST)
    if not form.is_valid():
        return shown(request, account, language_form=form)
    change_language(by=actor, account=account, **form.details())
    with override(account.language):
        messages.success(request, pgettext("account", "Language and time zone are changed."))
        return go(request, "accounts:account")


@open_to(Audience.ADULTS, methods=("POST",))
def change_secret(request: HttpRequest) -> HttpResponse:
    """Change the password; every other session ends (A16)."""
    actor = cast("ActorRequest", request).actor
    account = account_of(actor)
    form = ChangePasswordForm(request.POST)
    if not form.is_valid() or not confirmed(actor.key, form):
        return shown(request, account, password_form=form)
    old, new = form.cleaned_data["old_password"], form.cleaned_data["password"]
    changed = form.carry_out(
        lambda: change_password(by=actor, account=account, old=old, password=new)
    )
    if changed is None:
        return shown(request, account, password_form=form)
    forget_limits("password", actor.key, PASSWORD_LIMITS)
    renew_session(request, changed)
    messages.success(
        request, pgettext("account", "Your password is changed. Other devices are signed out.")
    )
    return remembered(request, go(request, "accounts:account"), changed)


def confirmed(who: str, form: OtForm) -> bool:
    """False, and said in the form, after too many wrong passwords."""
    if within_limits("password", who, PASSWORD_LIMITS):
        return True
    form.add_error(None, pgettext("account", "Too many tries. Wait some minutes."))
    return False


@open_to(Audience.ADULTS, methods=("POST",))
def end_sessions(request: HttpRequest) -> HttpResponse:
    """Sign out everywhere else; this browser stays signed in."""
    actor = cast("ActorRequest", request).actor
    account = account_of(actor)
    sign_out_everywhere(by=actor, account=account)
    renew_session(request, account)
    messages.success(request, pgettext("account", "All other devices are signed out."))
    return remembered(request, go(request, "accounts:account"), account)
