"""Arriving: the session begins and leads on to where somebody was going."""

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import rotate_token
from django.shortcuts import redirect
from django.urls import reverse, translate_url
from django.utils.translation import override, pgettext

from opentwinning.core.keeping import unpack
from opentwinning.core.places import ARRIVALS, home_of, next_proof_of
from opentwinning.core.web import ActorRequest, page, same_site
from opentwinning.people.accounts.actions.sessions import begin_half_session, begin_session
from opentwinning.people.accounts.models import Account
from opentwinning.people.accounts.queries import actor_of, was_saved_by_signing_in

LONG = 60  # characters; longer answers are shown as text that can be corrected


def lead_on(
    request: HttpRequest, account: Account, *, wish: str = "", kept: str = ""
) -> HttpResponse:
    """After a first proof: the second where one is due (A13), else in."""
    step = next_proof_of(account.pk)
    if step is None:
        return arrive(request, account, wish=wish, kept=kept)
    begin_half_session(request.session, account, wish, kept)
    rotate_token(request)
    with override(account.language):
        return redirect(reverse(step))


def arrive(
    request: HttpRequest, account: Account, *, wish: str = "", kept: str = ""
) -> HttpResponse:
    """Begin the session under a new id and token (A16), and lead on in the account's language:
    to the page of the ``wish``, or to the form that was ``kept``."""
    renew_session(request, account)
    onward = translate_url(wish, account.language) if wish else ""
    with override(account.language):
        if was_saved_by_signing_in(account):
            messages.success(
                request, pgettext("account", "Welcome back. Your account will not be erased.")
            )
        home = home_of(cast("ActorRequest", request).actor)
    return remembered(
        request, carry_on(request, kept) if kept else redirect(onward or home), account
    )


def renew_session(request: HttpRequest, account: Account) -> None:
    """A new session and a new token for this browser."""
    begin_session(request.session, account)
    rotate_token(request)
    cast("ActorRequest", request).actor = actor_of(account)


def remembered(request: HttpRequest, answer: HttpResponse, account: Account) -> HttpResponse:
    """Tell whoever keeps a list of sessions that this one began."""
    for told in ARRIVALS:
        told(request, answer, account.pk)
    return answer


def carry_on(request: HttpRequest, kept: str) -> HttpResponse:
    """The kept fields again; long texts can be read and corrected before they are sent."""
    found = unpack(kept)
    path = same_site(found[0]) if found else ""
    if found is None or not path:
        return page(request, "accounts/continue.html", path="", status=422)
    pairs = [(name, value) for name, values in found[1].items() for value in values]
    texts = [(name, value) for name, value in pairs if len(value) > LONG or "\n" in value]
    others = [pair for pair in pairs if pair not in texts]
    return page(request, "accounts/continue.html", path=path, texts=texts, others=others)
