"""Events of another calendar, brought in together."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import pgettext_lazy

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.events import emit
from opentwinning.core.verdicts import Invalid, Refused, deny_unless, hidden
from opentwinning.workspace.calendar.actions.moments import moments_of
from opentwinning.workspace.calendar.actions.plan import FULL, NOT_HERE, others_than
from opentwinning.workspace.calendar.events import EventsBrought
from opentwinning.workspace.calendar.models import Event
from opentwinning.workspace.calendar.policies import may_plan_event
from opentwinning.workspace.calendar.queries import Fate, fates_of
from opentwinning.workspace.calendar.vocabulary import (
    MOST_BROUGHT,
    MOST_EVENTS,
    PLACES,
    Found,
)
from opentwinning.workspace.spaces.models import Space
from opentwinning.workspace.spaces.queries import member_of
from opentwinning.workspace.spaces.vocabulary import SpacePlace

TOO_MANY = pgettext_lazy("calendar file", "Choose at most 200 events at once.")


@action
def bring_events(
    *, by: Actor, space: Space, found: Sequence[Found], place: str = SpacePlace.STAFF_ROOM
) -> tuple[int, int]:
    """All that is new, and what the file changed since; the place of what is here already stays.
    Teachers are told once. Returns how many are new and how many changed; the same file again
    changes nothing (T-04, G6)."""
    member = member_of(by, space)
    deny_unless(may_plan_event(member, space, place))
    if member is None:
        raise Refused(hidden())
    if place not in PLACES:
        raise Invalid(NOT_HERE, "place")
    Space.objects.select_for_update().get(pk=space.pk)
    fates = fates_of(found, member, space).changing
    if len(fates) > MOST_BROUGHT:
        raise Invalid(TOO_MANY)
    new = [each.found for each in fates if each.event is None]
    if new and Event.objects.filter(space=space).count() + len(new) > MOST_EVENTS:
        raise Invalid(FULL)
    common = {"space": space, "place": SpacePlace(place), "author": member, "language": by.language}
    Event.objects.bulk_create([Event(**common, **_told(each)) for each in new])
    for fate in fates:
        _change(fate)
    changed = len(fates) - len(new)
    note(space, new=len(new), changed=changed, place=str(place))
    if fates:
        told = others_than(member, space.pk)
        emit(EventsBrought(space.pk, space.ref, len(fates), member.shown_name, told))
    return len(new), changed


def _change(fate: Fate) -> None:
    event = fate.event
    if event is None:
        return
    for name, value in _told(fate.found).items():
        setattr(event, name, value)
    event.cancelled_at = (event.cancelled_at or now()) if fate.found.is_cancelled else None
    event.version, event.changed_at = event.version + 1, now()
    event.save()


def _told(found: Found) -> dict[str, Any]:
    begins_at, ends_at = moments_of(found.when)
    return {
        "title": found.title,
        "text": found.text,
        "where": found.where,
        "is_whole_day": found.when.is_whole_day,
        "first_day": found.when.first_day,
        "last_day": found.when.last_day,
        "begins_at": begins_at,
        "ends_at": ends_at,
        "time_zone": found.when.zone,
        "source": found.source,
        "source_said": found.said,
    }
