"""Events as templates show them: plain values."""

from collections.abc import Iterable, Mapping
from typing import Any

from opentwinning.core.addresses import reverse
from opentwinning.core.verdicts import Refused
from opentwinning.core.web import ActorRequest
from opentwinning.workspace.calendar.models import Event
from opentwinning.workspace.calendar.queries import (
    access_trashed_event,
    elsewhere,
    span_in_words,
)
from opentwinning.workspace.spaces.vocabulary import SpacePlace


def shown(event: Event, zones: Mapping[str, str]) -> dict[str, Any]:
    """When by each clock, where, and what is special."""
    is_link = event.where.startswith("https://") and " " not in event.where
    return {
        "event": event,
        "title": event.title,
        "url": reverse("calendar:event", args=[event.ref]),
        "when": span_in_words(event),
        "elsewhere": elsewhere(event, zones),
        "where": "" if is_link else event.where,
        "link": event.where if is_link else "",
        "is_staff": event.place == SpacePlace.STAFF_ROOM,
        "is_cancelled": event.is_cancelled,
    }


def all_shown(events: Iterable[Event], zones: Mapping[str, str]) -> list[dict[str, Any]]:
    return [shown(each, zones) for each in events]


def undo_deletion(request: ActorRequest) -> Event | None:
    """The event that was deleted just now, while it can be taken back by the reader."""
    ref = request.GET.get("deleted", "")
    if not ref:
        return None
    try:
        return access_trashed_event(request.actor, ref)[1]
    except Refused:
        return None
