"""What would become of each event of a file in the calendar of a space."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from opentwinning.workspace.calendar.models import Event
from opentwinning.workspace.calendar.policies import may_change_event
from opentwinning.workspace.calendar.vocabulary import Found
from opentwinning.workspace.spaces.models import Member, Space

_IN_TRASH = pgettext_lazy("calendar file", "It lies in the trash here. Take it back first.")
_CANCELLED = pgettext_lazy("calendar file", "It is cancelled.")
_NOT_HERS = pgettext_lazy(
    "calendar file", "A colleague brought it: only she, or a project admin, may change it."
)


@dataclass(frozen=True, slots=True)
class Fate:
    """New when ``event`` is None, else it is changed."""

    found: Found
    event: Event | None = None


@dataclass(slots=True)
class Fates:
    changing: list[Fate] = field(default_factory=list)
    known: int = 0  # here already, and the file says nothing new
    left_out: list[tuple[str, str | Promise]] = field(default_factory=list)


def fates_of(found: Iterable[Found], member: Member, space: Space) -> Fates:
    """New, changed, known or left out, in one question."""
    found = list(found)
    rows = Event.objects.filter(space=space, source__in=[each.source for each in found])
    here = {event.source: event for event in rows.select_related("space", "author")}
    fates = Fates()
    for each in found:
        event = here.get(each.source)
        if event is None and each.is_cancelled:
            fates.left_out.append((each.title, _CANCELLED))
        elif event is None:
            fates.changing.append(Fate(each))
        elif event.deleted_at is not None:
            fates.left_out.append((each.title, _IN_TRASH))
        elif event.source_said == each.said:
            fates.known += 1
        elif not may_change_event(member, space, event):
            fates.left_out.append((each.title, _NOT_HERS))
        else:
            fates.changing.append(Fate(each, event))
    return fates
