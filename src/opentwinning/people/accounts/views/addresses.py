"""My addresses (R-25): add one, confirm it, choose the main one, remove one."""

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import pgettext

from opentwinning.core.forms import OtForm
from opentwinning.core.freshness import proved_lately, proved_to_send
from opentwinning.core.web import ActorRequest, Audience, attempt, go, open_to, page
from opentwinning.facilities.limits.actions import network_of, within_limits
from opentwinning.people.accounts.actions import (
    add_address,
    choose_main_address,
    confirm_address,
    remove_address,
    take_back_address,
)
from opentwinning.people.accounts.forms import AddAddressForm
from opentwinning.people.accounts.queries import (
    access_address,
    account_of,
    addresses_of,
    open_link,
    waiting_days,
)
from opentwinning.people.accounts.vocabulary import (
    ADDRESS_LIMITS,
    ADDRESSES,
    LINK_LIMITS,
    MAIL_LIMITS,
    TokenPurpose,
)


@open_to(Audience.ADULTS)
@proved_to_send
def addresses(request: HttpRequest) -> HttpResponse:
    """Which addresses open the account; POST adds one, and says the same for every one (A3)."""
    actor = cast("ActorRequest", request).actor
    form = AddAddressForm(request.POST or None)
    status = None
    if request.method == "POST" and form.is_valid():
        email = form.cleaned_data["email"].lower()
        if not may_send(request, email):
            form.add_error(None, too_many())
            status = 429
        elif form.did(lambda: add_address(by=actor, account=account_of(actor), email=email)):
            return sent(request, email)
    account = account_of(actor)
    held = addresses_of(account)
    room = len(held) < ADDRESSES
    return page(
        request,
        "accounts/addresses.html",
        form=form,
        account=account,
        addresses=held,
        has_room=room,
        days=waiting_days(),
        status=status,
    )


@open_to(Audience.ADULTS, methods=("POST",))
def send_again(request: HttpRequest, ref: str) -> HttpResponse:
    """A new link for an address that waits."""
    actor = cast("ActorRequest", request).actor
    address = access_address(actor, ref)
    if not may_send(request, address.email):
        messages.error(request, too_many())
    elif attempt(
        request, lambda: add_address(by=actor, account=address.account, email=address.email)
    ):
        return sent(request, address.email)
    return go(request, "accounts:addresses")


@open_to(Audience.ADULTS, methods=("POST",))
@proved_lately
def make_main(request: HttpRequest, ref: str) -> HttpResponse:
    """Our mail goes there from now on."""
    actor = cast("ActorRequest", request).actor
    address = access_address(actor, ref)
    if may_change(request):
        done = pgettext("address", "This is your main address now. We told the old one.")
        attempt(request, lambda: choose_main_address(by=actor, address=address), done)
    return go(request, "accounts:addresses")


@open_to(Audience.ADULTS, methods=("POST",))
@proved_lately
def remove(request: HttpRequest, ref: str) -> HttpResponse:
    """An address opens the account no longer."""
    actor = cast("ActorRequest", request).actor
    address = access_address(actor, ref)
    if may_change(request):
        done = pgettext("address", "The address is removed.")
        attempt(request, lambda: remove_address(by=actor, address=address), done)
    return go(request, "accounts:addresses")


@open_to(Audience.ADULTS)
def confirm(request: HttpRequest, secret: str) -> HttpResponse:
    """The link of the mail. Opening it changes nothing, sending does (A17)."""
    actor = cast("ActorRequest", request).actor
    link = open_link(secret, TokenPurpose.ADDRESS)
    if link is None or link.account_id != actor.account_id:
        return closed(request, "accounts/address_link_closed.html")
    account = account_of(actor)
    form = OtForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and form.did(
        lambda: confirm_address(by=actor, account=account, secret=secret)
    ):
        messages.success(request, pgettext("address", "The address is confirmed. It is yours."))
        return go(request, "accounts:addresses")
    return guarded(page(request, "accounts/confirm_address.html", form=form, link=link))


@open_to(Audience.EVERYBODY, before_barriers=True)
def take_back(request: HttpRequest, secret: str) -> HttpResponse:
    """The link that an old address was sent: “this was not me”."""
    link = open_link(secret, TokenPurpose.TAKE_BACK)
    if link is None:
        return closed(request, "accounts/address_link_closed.html")
    actor = cast("ActorRequest", request).actor
    form = OtForm(request.POST if request.method == "POST" else None)
    path = (
        form.carry_out(lambda: take_back_address(by=actor, secret=secret))
        if form.is_valid()
        else None
    )
    if path is None:
        return guarded(page(request, "accounts/take_back_address.html", form=form, link=link))
    messages.success(
        request, pgettext("address", "The address is yours again. All sessions have ended.")
    )
    return redirect(path)


def may_send(request: HttpRequest, email: str) -> bool:
    """Not too many mails to one address, nor by one person."""
    return may_change(request, says=False) and within_limits("address.mail", email, MAIL_LIMITS)


def may_change(request: HttpRequest, *, says: bool = True) -> bool:
    """Count a change of somebody's addresses; after too many a message says so."""
    who = cast("ActorRequest", request).actor.key
    free = within_limits("address", who, ADDRESS_LIMITS)
    if says and not free:
        messages.error(request, too_many())
    return free


def too_many() -> str:
    return pgettext("address", "Too many tries. Look into the spam folder, or wait an hour.")


def sent(request: HttpRequest, email: str) -> HttpResponse:
    """The same words whether the address is free or somebody else's (A3)."""
    messages.success(
        request,
        pgettext("address", "We sent a mail to %(address)s. Open the link in it.")
        % {"address": email},
    )
    return go(request, "accounts:addresses")


def closed(request: HttpRequest, template: str) -> HttpResponse:
    """Used, too old, of another account or never there: all the same. Guessing is slow."""
    free = request.method != "POST" or within_limits("link", network_of(request), LINK_LIMITS)
    return page(request, template, status=410 if free else 429)


def guarded(response: HttpResponse) -> HttpResponse:
    """The secret of the address stays on this site."""
    response["Referrer-Policy"] = "same-origin"
    return response
