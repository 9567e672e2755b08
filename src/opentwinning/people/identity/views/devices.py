"""Where I am signed in: look, sign one out, say that it was not me (page 36)."""

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import pgettext

from opentwinning.core.web import ActorRequest, Audience, go, open_to, page
from opentwinning.people.accounts.actions import remembered, renew_session
from opentwinning.people.accounts.queries import account_of
from opentwinning.people.identity.actions import disown_device, end_device
from opentwinning.people.identity.queries import access_device, places_of, shown_name


@open_to(Audience.ADULTS, methods=("GET",), before_barriers=True)
def devices(request: HttpRequest) -> HttpResponse:
    """Every browser whose session runs, this one first."""
    account = account_of(cast("ActorRequest", request).actor)
    places = places_of(account, request.session.session_key or "")
    return page(request, "identity/devices.html", places=places)


@open_to(Audience.ADULTS, methods=("GET",), before_barriers=True)
def device(request: HttpRequest, ref: str) -> HttpResponse:
    """Was this you? The page of the mail about a new browser."""
    found = access_device(cast("ActorRequest", request).actor, ref)
    is_here = found.session_key == request.session.session_key
    name = shown_name(found)
    return page(request, "identity/device.html", device=found, name=name, is_here=is_here)


@open_to(Audience.ADULTS, methods=("POST",), before_barriers=True)
def end(request: HttpRequest, ref: str) -> HttpResponse:
    """Sign one browser out."""
    actor = cast("ActorRequest", request).actor
    end_device(by=actor, device=access_device(actor, ref))
    messages.success(request, pgettext("identity", "This browser is signed out."))
    return go(request, "identity:devices")


@open_to(Audience.ADULTS, methods=("POST",), before_barriers=True)
def not_me(request: HttpRequest, ref: str) -> HttpResponse:
    """Somebody else was in: all others are out, and a new password is one mail away."""
    actor = cast("ActorRequest", request).actor
    account = disown_device(by=actor, device=access_device(actor, ref))
    renew_session(request, account)
    out = pgettext("identity", "All other browsers are signed out.")
    mailed = pgettext("identity", "We sent you a mail. Choose a new password with it now.")
    messages.success(request, f"{out} {mailed}" if account.has_password else out)
    return remembered(request, go(request, "identity:devices"), account)
