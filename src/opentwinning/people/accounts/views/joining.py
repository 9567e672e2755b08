"""I have another account (M-11): leave this one, prove the other, look at both, make one of them.

Between the two sign-ins the browser carries a signed note of the account that was left. It is worth
a quarter of an hour, and nothing once its sessions were ended.
"""

from typing import cast

from django.conf import settings
from django.contrib import messages
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.utils.translation import pgettext

from opentwinning.core.freshness import proved_lately, proved_to_send
from opentwinning.core.places import panels
from opentwinning.core.web import ActorRequest, Audience, go, open_to, page
from opentwinning.people.accounts.actions import join_accounts, remembered, renew_session
from opentwinning.people.accounts.forms import JoinForm
from opentwinning.people.accounts.models import Account
from opentwinning.people.accounts.queries import (
    account_of,
    confirmed_addresses,
    left_account,
    older_first,
    what_stands_against,
)
from opentwinning.people.accounts.vocabulary import JOIN_LIFE

COOKIE = "left_account"
SALT = "opentwinning.joining"


@open_to(Audience.ADULTS, methods=("POST",))
@proved_lately
def leave(request: HttpRequest) -> HttpResponse:
    """Leave this account and sign in to the other, in any way it has, with its second step."""
    account = account_of(cast("ActorRequest", request).actor)
    request.session.flush()
    response = go(request, "accounts:join")  # a visitor there is sent to sign in, and comes back
    response.set_cookie(
        COOKIE,
        signing.dumps([account.ref, account.session_epoch], salt=SALT),
        max_age=int(JOIN_LIFE.total_seconds()),
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return response


@open_to(Audience.ADULTS)
@proved_to_send
def join(request: HttpRequest) -> HttpResponse:
    """Both side by side once both are proved, and what becomes of them; POST makes one of them."""
    actor = cast("ActorRequest", request).actor
    account = account_of(actor)
    left = carried(request)
    other, epoch = left or (None, 0)
    if other is None or other.pk == account.pk:
        return page(request, "accounts/join_begin.html", account=account, came_back=bool(left))
    pair = older_first(account, other)
    reasons = what_stands_against(account, other)
    form = JoinForm(request.POST or None, initial={"stays": pair[0].ref}, accounts=pair)
    if not reasons and form.is_valid():
        kept = form.carry_out(
            lambda: join_accounts(
                by=actor, account=account, other=other, epoch=epoch, **form.details()
            )
        )
        if kept is not None:
            return joined(request, kept)
    sides = [(each, confirmed_addresses(each), panels("joining", actor, each)) for each in pair]
    return page(request, "accounts/join.html", form=form, sides=sides, reasons=reasons)


def joined(request: HttpRequest, kept: Account) -> HttpResponse:
    """She is in the one account now."""
    renew_session(request, kept)
    messages.success(
        request, pgettext("joining", "You have one account now. Everything of both is in it.")
    )
    response = remembered(request, go(request, "accounts:account"), kept)
    response.delete_cookie(COOKIE, samesite="Lax")
    return response


def carried(request: HttpRequest) -> tuple[Account, int] | None:
    """The account this browser has just left, and the epoch of its sessions then."""
    try:
        ref, epoch = signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=JOIN_LIFE)
    except signing.BadSignature:
        return None
    account = left_account(ref, epoch)
    return (account, epoch) if account else None
