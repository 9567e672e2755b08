"""Where somebody is signed in."""

import datetime as dt
from dataclasses import dataclass

from django.contrib.sessions.models import Session
from django.utils.translation import pgettext

from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.verdicts import Refused, deny_unless, hidden
from opentwinning.people.accounts.models import Account
from opentwinning.people.identity.models import Device
from opentwinning.people.identity.policies import may_end_device
from opentwinning.people.identity.vocabulary import BROWSERS, SYSTEMS

SEEN_ON = "seen_on"  # in the session: the day of its last page, never the hour


@dataclass(frozen=True, slots=True)
class Place:
    """A browser whose session runs, and the day it was last used."""

    device: Device
    seen_on: dt.date
    is_here: bool

    @property
    def name(self) -> str:
        return shown_name(self.device)


def shown_name(device: Device) -> str:
    """What the browser calls itself, or words for one that does not say."""
    return device.name or pgettext("identity", "A browser that does not say its name")


def name_of_browser(agent: str) -> str:
    """“Firefox, Windows” for the header of a browser; "" when it says neither."""
    kinds = (BROWSERS, SYSTEMS)
    found = (next((name for word, name in kind if word in agent), "") for kind in kinds)
    return ", ".join(name for name in found if name)


def places_of(account: Account, here: str) -> list[Place]:
    """Where the account is signed in now, this browser (session key ``here``) first, then the
    newest."""
    devices = {d.session_key: d for d in Device.objects.filter(account=account)}
    running = Session.objects.filter(session_key__in=devices, expire_date__gt=now())
    places = []
    for session in running:
        held, device = session.get_decoded(), devices[session.session_key]
        is_hers = (held.get("account"), held.get("epoch")) == (account.pk, account.session_epoch)
        if is_hers and SEEN_ON in held:
            day = dt.date.fromisoformat(held[SEEN_ON])
            places.append(Place(device, day, session.session_key == here))
    newest = sorted(places, key=lambda place: place.device.begun_at, reverse=True)
    return sorted(newest, key=lambda place: not place.is_here)


def access_device(actor: Actor, ref: str) -> Device:
    """The door to a browser of one's own."""
    device = Device.objects.select_related("account").filter(ref=ref).first()
    if device is None:
        raise Refused(hidden())
    deny_unless(may_end_device(actor, device))
    return device
