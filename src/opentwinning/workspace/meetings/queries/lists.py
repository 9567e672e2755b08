"""Which meetings there are."""

import datetime as dt

from django.db.models import Q, QuerySet

from opentwinning.core.clock import now
from opentwinning.workspace.meetings.models import Meeting
from opentwinning.workspace.meetings.vocabulary import LATE, LISTED_BACK
from opentwinning.workspace.spaces.queries import Presence, places_readable_by

SOON = dt.timedelta(hours=24)


def meetings_in(presence: Presence) -> QuerySet[Meeting]:
    """Everything its reader sees, in its order."""
    rows = Meeting.objects.filter(
        space=presence.space, place__in=places_readable_by(presence.member)
    )
    if not presence.member.is_adult:
        rows = rows.filter(withheld_at=None)
    return rows.select_related("author").order_by("begins_at", "pk")


def coming_meetings(presence: Presence) -> QuerySet[Meeting]:
    """What is not over yet."""
    return meetings_in(presence).filter(ends_at__gt=now() - LATE)


def past_meetings(presence: Presence) -> QuerySet[Meeting]:
    """What was, the latest first."""
    over = now() - LATE
    rows = meetings_in(presence).filter(ends_at__lte=over, ends_at__gt=now() - LISTED_BACK)
    return rows.order_by("-begins_at", "-pk")


def meetings_between(
    presence: Presence, first: dt.datetime, last: dt.datetime
) -> QuerySet[Meeting]:
    """For the calendar: what begins from ``first`` to before ``last`` and takes place."""
    during = Q(begins_at__gte=first, begins_at__lt=last)
    return meetings_in(presence).filter(during, called_off_at=None, withheld_at=None)
