"""What opens one's account: set up, look, remove (page 28)."""

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import pgettext

from opentwinning.core.freshness import proved_lately
from opentwinning.core.sealing import Unreadable, seal, unseal
from opentwinning.core.web import ActorRequest, Audience, attempt, go, open_to, page
from opentwinning.people.accounts.models import Account
from opentwinning.people.accounts.queries import account_of
from opentwinning.people.identity.actions import (
    add_authenticator,
    remove_authenticator,
    renew_recovery_codes,
)
from opentwinning.people.identity.forms import FirstCodeForm
from opentwinning.people.identity.queries import factors_of, new_key, qr_of, site_name

NEW_KEY = "new_key"  # in the session, sealed: the key of an app that has not shown a code yet


@open_to(Audience.ADULTS, methods=("GET",), before_barriers=True)
def overview(request: HttpRequest) -> HttpResponse:
    """Everything that opens the account beside the password."""
    actor = cast("ActorRequest", request).actor
    return page(request, "identity/security.html", factors=factors_of(actor.account))


@open_to(Audience.ADULTS, before_barriers=True)
@proved_lately
def set_up_app(request: HttpRequest) -> HttpResponse:
    """A drawing for the telephone, and the first code as proof that it worked."""
    actor = cast("ActorRequest", request).actor
    account = account_of(actor)
    key = key_in_hand(request)
    form = FirstCodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        codes = form.carry_out(
            lambda: add_authenticator(by=actor, account=account, key=key, **form.details())
        )
        if codes is not None:
            del request.session[NEW_KEY]
            messages.success(request, pgettext("identity", "Your app is set up."))
            return (
                shown_once(request, account, codes) if codes else go(request, "identity:security")
            )
    return page(
        request,
        "identity/app.html",
        form=form,
        qr=qr_of(key, account=account.email, issuer=site_name()),
        key=" ".join(key[i : i + 4] for i in range(0, len(key), 4)),
    )


def key_in_hand(request: HttpRequest) -> str:
    """The key being set up in this session, a new one at the first look."""
    try:
        return unseal(request.session.get(NEW_KEY, ""))
    except Unreadable:
        key = new_key()
        request.session[NEW_KEY] = seal(key)
        return key


def shown_once(request: HttpRequest, account: Account, codes: list[str]) -> HttpResponse:
    """Codes to print, now or never: only their hashes are kept."""
    return page(request, "identity/codes.html", codes=codes, account=account)


@open_to(Audience.ADULTS, methods=("POST",), before_barriers=True)
@proved_lately
def remove_app(request: HttpRequest) -> HttpResponse:
    """The app opens nothing any more."""
    actor = cast("ActorRequest", request).actor
    account = account_of(actor)
    done = pgettext("identity", "The app is removed.")
    attempt(request, lambda: remove_authenticator(by=actor, account=account), done)
    return go(request, "identity:security")


@open_to(Audience.ADULTS, methods=("POST",), before_barriers=True)
@proved_lately
def renew_codes(request: HttpRequest) -> HttpResponse:
    """Ten new codes; the old ones end."""
    actor = cast("ActorRequest", request).actor
    account = account_of(actor)
    if not factors_of(account.pk).any:
        return go(request, "identity:security")
    return shown_once(request, account, renew_recovery_codes(by=actor, account=account))
