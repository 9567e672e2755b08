"""Who reads, plans and changes events (matrix row 40)."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.verdicts import Verdict, granted, hidden, refused
from opentwinning.workspace.calendar.models import Event
from opentwinning.workspace.spaces.models import Member, Space
from opentwinning.workspace.spaces.policies import (
    may_read_thing,
    may_take_back,
    may_write_place,
    while_open,
)
from opentwinning.workspace.spaces.vocabulary import SpacePlace

_TEACHERS = pgettext_lazy("calendar", "Only teachers plan events.")
_NOT_PUPILS = pgettext_lazy("calendar", "Only teachers read the calendar in other programs.")
_OWN = pgettext_lazy("calendar", "Only who planned it, or a project admin, may change this event.")
_WITHHELD = pgettext_lazy("safeguarding", "This is hidden after a report.")


def may_read_event(member: Member | None, event: Event) -> Verdict:
    """Whoever reads its place; one hidden after a report only teachers."""
    verdict = may_read_thing(member, event)
    if not verdict or member is None:
        return verdict
    return hidden() if event.withheld_at is not None and not member.is_adult else granted()


def may_plan_event(
    member: Member | None, space: Space, place: SpacePlace | str = SpacePlace.WHOLE
) -> Verdict:
    """Teachers of an open space."""
    verdict = may_write_place(member, space, place)
    if not verdict or member is None:
        return verdict
    return granted() if member.is_adult else refused(_TEACHERS)


def may_subscribe(member: Member | None) -> Verdict:
    """Read the calendar in one's own program: teachers. Pupils have no address that works without
    their card."""
    if member is None or member.left_at is not None:
        return hidden()
    return granted() if member.is_adult else refused(_NOT_PUPILS)


def may_change_event(member: Member | None, space: Space, event: Event) -> Verdict:
    """One's own; project admins any. Not while it is hidden after a report."""
    verdict = may_delete_event(member, space, event)
    return refused(_WITHHELD) if verdict and event.withheld_at is not None else verdict


def may_delete_event(member: Member | None, space: Space, event: Event) -> Verdict:
    """One's own; project admins any."""
    verdict = may_read_event(member, event) and while_open(space)
    if not verdict or member is None:
        return verdict
    is_hers = member.is_adult and event.author_id == member.pk
    return granted() if is_hers or member.is_admin else refused(_OWN)


def may_undelete_event(member: Member | None, space: Space, event: Event) -> Verdict:
    """Whoever deleted it, and project admins."""
    return may_take_back(member, space, event)
