"""Passkeys: make, name, remove; and enter with one alone (page 19, 28)."""

import datetime as dt
import secrets
from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import pgettext
from webauthn.helpers import base64url_to_bytes, bytes_to_base64url

from opentwinning.core.clock import now
from opentwinning.core.freshness import proved_lately
from opentwinning.core.places import home_of
from opentwinning.core.web import ActorRequest, Audience, attempt, go, open_to, page, same_site
from opentwinning.facilities.limits.actions import network_of, within_limits
from opentwinning.people.accounts.actions import arrive, complete_sign_in, half_in
from opentwinning.people.accounts.models import Account
from opentwinning.people.accounts.queries import account_of, password_lets_in
from opentwinning.people.accounts.vocabulary import NETWORK_LIMITS
from opentwinning.people.identity.actions import (
    add_passkey,
    prove_with_passkey,
    remove_passkey,
    rename_passkey,
)
from opentwinning.people.identity.forms import NewPasskeyForm, PasskeyNameForm
from opentwinning.people.identity.queries import (
    access_passkey,
    questions_for_making,
    questions_for_using,
)
from opentwinning.people.identity.views.factors import shown_once
from opentwinning.people.identity.vocabulary import CHALLENGE_LIFE, Factor

CHALLENGE = "challenge"  # in the session: what a device must sign, once


def new_challenge(request: HttpRequest) -> bytes:
    """A challenge of this browser; an earlier one is void."""
    challenge = secrets.token_bytes(32)
    kept = {"is": bytes_to_base64url(challenge), "at": now().timestamp()}
    request.session[CHALLENGE] = kept
    return challenge


def taken_challenge(request: HttpRequest) -> bytes:
    """The challenge of this browser; it is gone then, so that no answer counts twice. Without one,
    or after five minutes, something nobody ever signed."""
    kept = request.session.pop(CHALLENGE, None)
    life = CHALLENGE_LIFE / dt.timedelta(seconds=1)
    if kept is None or now().timestamp() - kept["at"] > life:
        return secrets.token_bytes(32)
    return base64url_to_bytes(kept["is"])


def as_json(text: str) -> HttpResponse:
    """Questions for a browser, never kept by a cache."""
    return HttpResponse(
        text, content_type="application/json", headers={"Cache-Control": "private, no-store"}
    )


@open_to(Audience.ADULTS, methods=("POST",), before_barriers=True)
@proved_lately
def making(request: HttpRequest) -> HttpResponse:
    """What the browser is asked to make a passkey."""
    account = account_of(cast("ActorRequest", request).actor)
    return as_json(questions_for_making(account, new_challenge(request)))


@open_to(Audience.ADULTS, before_barriers=True)
@proved_lately
def add(request: HttpRequest) -> HttpResponse:
    """Name a passkey and let the device make it."""
    actor = cast("ActorRequest", request).actor
    account = account_of(actor)
    form = NewPasskeyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        challenge = taken_challenge(request)
        codes = form.carry_out(
            lambda: add_passkey(by=actor, account=account, challenge=challenge, **form.details())
        )
        if codes is not None:
            messages.success(request, pgettext("identity", "Your passkey is ready."))
            return (
                shown_once(request, account, codes) if codes else go(request, "identity:security")
            )
    return page(request, "identity/passkey_add.html", form=form)


@open_to(Audience.ADULTS, before_barriers=True)
@proved_lately
def rename(request: HttpRequest, ref: str) -> HttpResponse:
    """Call a passkey otherwise."""
    actor = cast("ActorRequest", request).actor
    passkey = access_passkey(actor, ref)
    form = PasskeyNameForm(request.POST or None, initial={"name": passkey.name})
    if form.is_valid():
        rename_passkey(by=actor, passkey=passkey, **form.details())
        return go(request, "identity:security")
    return page(request, "identity/passkey_name.html", form=form, passkey=passkey)


@open_to(Audience.ADULTS, methods=("POST",), before_barriers=True)
@proved_lately
def remove(request: HttpRequest, ref: str) -> HttpResponse:
    """It opens nothing any more."""
    actor = cast("ActorRequest", request).actor
    passkey = access_passkey(actor, ref)
    done = pgettext("identity", "The passkey is removed.")
    attempt(request, lambda: remove_passkey(by=actor, passkey=passkey), done)
    return go(request, "identity:security")


@open_to(Audience.EVERYBODY, methods=("POST",), before_barriers=True)
def using(request: HttpRequest) -> HttpResponse:
    """What the browser is asked to show a passkey: hers when it is known who wants in."""
    if not within_limits("passkey.network", network_of(request), NETWORK_LIMITS):
        return HttpResponse(status=429)
    actor, half = cast("ActorRequest", request).actor, half_in(request.session)
    account_id = half.account.pk if half else actor.account_id
    return as_json(questions_for_using(account_id, new_challenge(request)))


@open_to(Audience.EVERYBODY, methods=("POST",))
def enter(request: HttpRequest) -> HttpResponse:
    """Sign in with a passkey alone, or give the second proof with it (A13)."""
    actor, half = cast("ActorRequest", request).actor, half_in(request.session)
    wish = half.wish if half else same_site(request.POST.get("next", ""))  # C16
    kept = half.kept if half else request.POST.get("kept", "")
    if actor.is_signed_in:
        return redirect(wish or home_of(actor))
    account = owner(request, half.account.pk if half else None)
    if account and not half and not password_lets_in(account):
        account = None  # everybody comes by a provider: a passkey alone opens nothing (C-11)
    done = account and complete_sign_in(by=actor, account=account, how=Factor.PASSKEY)
    if done:
        return arrive(request, done, wish=wish, kept=kept)
    return page(request, "identity/passkey_refused.html", status=422, half=half)


def owner(request: HttpRequest, account_id: int | None) -> Account | None:
    """Whose passkey this browser showed; the limit is of the network, for a key is not guessed."""
    if not within_limits("passkey.network", network_of(request), NETWORK_LIMITS):
        return None
    return prove_with_passkey(
        by=cast("ActorRequest", request).actor,
        answer=request.POST.get("answer", ""),
        challenge=taken_challenge(request),
        account_id=account_id,
    )
