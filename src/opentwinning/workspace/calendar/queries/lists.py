"""Lists of events, each filtered like the policy (B4). What is withheld stands in none."""

import datetime as dt

from django.db.models import QuerySet

from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.prepared import prepared
from opentwinning.workspace.calendar.models import Event
from opentwinning.workspace.calendar.vocabulary import TODAY_AHEAD, TODAY_SHOWN
from opentwinning.workspace.spaces.models import Member
from opentwinning.workspace.spaces.queries import Presence, places_readable_by
from opentwinning.workspace.spaces.vocabulary import ADULTS, SpacePlace, SpaceState

ZONES_APART = dt.timedelta(days=1)  # the same day begins up to 26 hours apart on Earth


def _shown(presence: Presence) -> QuerySet[Event]:
    places = places_readable_by(presence.member)
    return Event.objects.filter(
        space=presence.space, place__in=places, deleted_at=None, withheld_at=None
    )


def events_between(presence: Presence, first: dt.datetime, last: dt.datetime) -> list[Event]:
    """What touches this time, in its order; a day more on both sides, for the days of the reader
    are not those of the writer."""
    begin, end = first - ZONES_APART, last + ZONES_APART
    rows = _shown(presence).filter(begins_at__lt=end, ends_at__gt=begin)
    return list(rows.order_by("begins_at", "pk"))


def events_since(presence: Presence, moment: dt.datetime) -> list[Event]:
    """What ended after the moment or is still to come, in its order."""
    return list(_shown(presence).filter(ends_at__gt=moment).order_by("begins_at", "pk"))


def past_events(presence: Presence, before: dt.datetime | None = None) -> QuerySet[Event]:
    """What is over, newest first."""
    rows = _shown(presence).filter(ends_at__lte=now())
    rows = rows.filter(begins_at__lt=before) if before is not None else rows
    return rows.order_by("-begins_at", "-pk")


@prepared
def _coming(space: int, places: list[str], at: dt.datetime) -> QuerySet[Event]:
    rows = Event.objects.filter(
        space_id=space, place__in=places, deleted_at=None, withheld_at=None, ends_at__gt=at
    )
    return rows.order_by("begins_at", "pk")[:200]


def coming_events(presence: Presence) -> list[Event]:
    """What goes on now or comes, in its order."""
    places = [str(place) for place in places_readable_by(presence.member)]
    return list(_coming(presence.space.pk, places, now()))


@prepared
def _ahead(account: int, at: dt.datetime, until: dt.datetime) -> QuerySet[Event]:
    mine = Member.objects.filter(account_id=account, left_at=None, capacity__in=ADULTS)
    rows = Event.objects.filter(
        space__in=mine.values("space"),
        place__in=[SpacePlace.WHOLE, SpacePlace.STAFF_ROOM],
        deleted_at=None, withheld_at=None, cancelled_at=None,
        ends_at__gt=at, begins_at__lt=until,
    ).exclude(space__state=SpaceState.CLOSED)  # fmt: skip
    return rows.select_related("space").order_by("begins_at", "pk")[:TODAY_SHOWN]


def coming_for(actor: Actor) -> list[Event]:
    """What comes in the next two weeks in all spaces of a teacher, without what is cancelled."""
    if actor.account_id is None:
        return []
    return list(_ahead(actor.account_id, now(), now() + TODAY_AHEAD))


def trash_of(presence: Presence) -> QuerySet[Event]:
    """Deleted events the member may take back."""
    places = places_readable_by(presence.member)
    rows = Event.objects.filter(
        space=presence.space, place__in=places, deleted_at__isnull=False
    ).order_by("-deleted_at")
    return rows if presence.member.is_admin else rows.filter(deleted_by=presence.member)
