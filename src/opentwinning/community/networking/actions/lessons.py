"""Writing down one's weekly lessons."""

import datetime as dt
from collections.abc import Sequence
from itertools import pairwise

from django.utils.translation import pgettext_lazy

from opentwinning.community.networking.models import ClosedDays, LessonSlot, Timetable
from opentwinning.community.networking.policies import may_keep_timetable
from opentwinning.community.networking.vocabulary import (
    BACKWARDS,
    LAST_FIRST,
    MOST_CLOSED,
    MOST_SLOTS,
    ShownTo,
)
from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.verdicts import Invalid, deny_unless, hidden
from opentwinning.people.educators.models import Educator
from opentwinning.people.educators.queries import educator_of
from opentwinning.people.support.queries import region_codes

type Slot = tuple[int, dt.time, dt.time, str]  # weekday, begins, ends, label
type Closed = tuple[dt.date, dt.date, str]  # first day, last day, label

_AT_ONCE = pgettext_lazy("lessons", "Two of your lessons are at the same time.")
_NO_REGION = pgettext_lazy("lessons", "Choose a region from the list.")
_TOO_MANY = pgettext_lazy("lessons", "These are too many rows. Leave some out.")


@action
def save_timetable(
    *, by: Actor, time_zone: str, slots: Sequence[Slot],
    closed: Sequence[Closed], region: str = "", shown_to: ShownTo = ShownTo.CONTACTS,
) -> Timetable | None:  # fmt: skip
    """Replace her lessons and days without lessons; with no row left, nothing is kept. ``region``:
    the code of the region whose holidays count, or "" for that of her school. ``shown_to``: who
    learns of lessons in common."""
    educator = educator_of(by)
    deny_unless(may_keep_timetable(by, educator) if educator else hidden())
    owner = Educator.objects.select_for_update(of=("self",)).get(account=by.account_id)
    _check(slots, closed)
    if region and region not in region_codes(owner.country):
        raise Invalid(_NO_REGION, "region")
    Timetable.objects.filter(owner=owner).delete()
    note(owner, after={"lessons": len(slots), "closed": len(closed), "shown_to": str(shown_to)})
    if not slots and not closed and not region:
        return None
    table = Timetable.objects.create(
        owner=owner, time_zone=time_zone, region=region, shown_to=shown_to, saved_at=now()
    )
    LessonSlot.objects.bulk_create(
        LessonSlot(timetable=table, weekday=weekday, begins=begins, ends=ends, label=label)
        for weekday, begins, ends, label in slots
    )
    ClosedDays.objects.bulk_create(
        ClosedDays(timetable=table, first_day=first, last_day=last, label=label)
        for first, last, label in closed
    )
    return table


def _check(slots: Sequence[Slot], closed: Sequence[Closed]) -> None:
    if len(slots) > MOST_SLOTS or len(closed) > MOST_CLOSED:
        raise Invalid(_TOO_MANY)
    if any(begins >= ends for _, begins, ends, _ in slots):
        raise Invalid(BACKWARDS)
    if any(first > last for first, last, _ in closed):
        raise Invalid(LAST_FIRST)
    in_order = sorted(slots)
    for before, after in pairwise(in_order):
        if before[0] == after[0] and after[1] < before[2]:
            raise Invalid(_AT_ONCE)
