"""The doors of events."""

from opentwinning.core.actor import Actor
from opentwinning.core.verdicts import Refused, deny_unless, hidden
from opentwinning.workspace.calendar.models import Event
from opentwinning.workspace.calendar.policies import (
    may_change_event,
    may_delete_event,
    may_read_event,
    may_undelete_event,
)
from opentwinning.workspace.spaces.queries import Presence, presence_in

_RULES = {"change": may_change_event, "delete": may_delete_event}


def access_event(actor: Actor, ref: str, *, to: str = "read") -> tuple[Presence, Event]:
    """The event and the actor's presence in its space; ``to`` is read, change or delete."""
    event = _event(ref)
    presence = presence_in(actor, event.space, place=event.place)
    deny_unless(may_read_event(presence.member, event))
    if to != "read":
        deny_unless(_RULES[to](presence.member, presence.space, event))
    return presence, event


def access_trashed_event(actor: Actor, ref: str) -> tuple[Presence, Event]:
    """An event in the trash, for whoever may take it back."""
    event = _event(ref)
    presence = presence_in(actor, event.space, place=event.place)
    deny_unless(may_undelete_event(presence.member, presence.space, event))
    return presence, event


def event_to_report(actor: Actor, ref: str) -> Event:
    """An event for whoever reads it."""
    return access_event(actor, ref)[1]


def _event(ref: str) -> Event:
    event = Event.objects.select_related("space", "author").filter(ref=ref).first()
    if event is None:
        raise Refused(hidden())
    return event
