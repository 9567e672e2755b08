"""Browsers are known again by a cookie; the account's page leads to the list of them."""

import datetime as dt
import secrets
from typing import Any, cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.timezone import localdate

from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.permits import permit
from opentwinning.core.places import ARRIVALS, PAGE_CONTEXT, PANELS, Panel
from opentwinning.core.web import ActorRequest
from opentwinning.core.work import job
from opentwinning.people.accounts.models import Account
from opentwinning.people.identity.actions import remember_device
from opentwinning.people.identity.models import Device
from opentwinning.people.identity.queries import SEEN_ON, name_of_browser
from opentwinning.people.identity.vocabulary import DEVICES_KEPT_FOR

COOKIE = "__Host-device" if settings.SESSION_COOKIE_SECURE else "ot_device"


@ARRIVALS.add
def remember_browser(request: HttpRequest, answer: HttpResponse, account_id: int) -> None:
    """Into the list of places, and told to its owner when it is a new one."""
    secret = request.COOKIES.get(COOKIE) or secrets.token_urlsafe(32)
    remember_device(
        by=cast("ActorRequest", request).actor,
        account_id=account_id,
        secret=secret,
        name=name_of_browser(request.headers.get("User-Agent", "")),
        session_key=request.session.session_key or "",
    )
    request.session[SEEN_ON] = localdate(now()).isoformat()
    # A fixed end: writing the day of the last use into the session never makes it longer.
    age = dt.timedelta(seconds=settings.SESSION_COOKIE_AGE)
    request.session.set_expiry(timezone.now() + age)  # noqa: TID251 - as sessions count
    answer.set_cookie(
        COOKIE,
        secret,
        max_age=DEVICES_KEPT_FOR,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


@PAGE_CONTEXT.add
def seen_today(request: HttpRequest) -> dict[str, Any]:
    """Once a day the session learns that it is still used."""
    today = localdate(now()).isoformat()
    if request.session.get(SEEN_ON, today) != today:
        request.session[SEEN_ON] = today
    return {}


@job("identity.forget_devices", every=dt.timedelta(days=1))
def forget_devices(payload: dict[str, Any]) -> None:
    """Browsers nobody signed in with for 400 days."""
    with permit("identity"):
        Device.objects.filter(begun_at__lt=now() - DEVICES_KEPT_FOR).delete()


def on_account(actor: Actor, account: Account) -> dict[str, Any]:
    return {"account": account}


PANELS.add(Panel("account", "identity/devices_panel.html", on_account), order=200)
