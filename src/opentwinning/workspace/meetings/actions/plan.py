"""Planning a meeting, changing it, calling it off (T-20)."""

import datetime as dt

from django.utils.translation import pgettext_lazy

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.events import emit
from opentwinning.core.verdicts import Invalid, Refused, deny_unless, hidden
from opentwinning.workspace.meetings.events import MeetingCalledOff, MeetingPlanned
from opentwinning.workspace.meetings.models import Meeting, Seat
from opentwinning.workspace.meetings.policies import (
    may_have_place,
    may_plan_meeting,
    may_run_meeting,
)
from opentwinning.workspace.meetings.vocabulary import (
    KEPT_FOR,
    LOOK_AHEAD,
    MAX_TITLE,
    MOST_AHEAD,
)
from opentwinning.workspace.spaces.models import Member, Space
from opentwinning.workspace.spaces.queries import member_of
from opentwinning.workspace.spaces.vocabulary import ADULTS, SpacePlace

_NO_TITLE = pgettext_lazy("meeting", "Say in a few words what it is about.")
_PAST = pgettext_lazy("meeting", "Choose a time that is not over.")
_FAR = pgettext_lazy("meeting", "Choose a time within the coming year.")
_MANY = pgettext_lazy("meeting", "Enough meetings are planned here. Call some off first.")


@action
def plan_meeting(  # noqa: PLR0913 - what, when, where and for whom
    *,
    by: Actor,
    space: Space,
    title: str,
    begins_at: dt.datetime,
    minutes: int,
    place: str = SpacePlace.WHOLE,
    is_large: bool = False,
    form_token: str = "",
) -> Meeting:
    """A teacher plans a meeting; the other teachers are told. The same form sent twice plans one
    (G6)."""
    member = member_of(by, space)
    deny_unless(may_plan_meeting(member, space))
    if member is None:
        raise Refused(hidden())
    deny_unless(may_have_place(member, place))
    member = Member.objects.select_for_update().get(pk=member.pk)
    sent = Meeting.objects.filter(author=member, form_token=form_token).first()
    if form_token and sent is not None:
        return sent
    _refuse_unfit(title, begins_at)
    if Meeting.objects.filter(space=space, ends_at__gt=now()).count() >= MOST_AHEAD:
        raise Invalid(_MANY)
    meeting = Meeting.objects.create(
        space=space,
        place=SpacePlace(place),
        author=member,
        title=title,
        is_large=is_large,
        begins_at=begins_at,
        ends_at=begins_at + dt.timedelta(minutes=minutes),
        form_token=form_token,
    )
    note(meeting, place=meeting.place, is_large=is_large)
    emit(MeetingPlanned(meeting.ref, title, member.shown_name, _others(meeting, member)))
    return meeting


@action
def change_meeting(
    *, by: Actor, meeting: Meeting, title: str, begins_at: dt.datetime, minutes: int
) -> Meeting:
    """Another title or time; a meeting that was called off takes place again."""
    meeting, member = _locked(by, meeting)
    _refuse_unfit(title, begins_at)
    is_moved = meeting.begins_at != begins_at or meeting.called_off_at is not None
    meeting.title, meeting.begins_at = title, begins_at
    meeting.ends_at = begins_at + dt.timedelta(minutes=minutes)
    meeting.called_off_at = None
    meeting.save(update_fields=["title", "begins_at", "ends_at", "called_off_at"])
    note(meeting, is_moved=is_moved)
    if is_moved:
        emit(MeetingPlanned(meeting.ref, title, member.shown_name, _others(meeting, member)))
    return meeting


@action
def call_off(*, by: Actor, meeting: Meeting) -> Meeting:
    """It does not take place; it stays on the list, so that nobody waits. Twice changes nothing."""
    meeting, member = _locked(by, meeting)
    if meeting.called_off_at is not None:
        return meeting
    meeting.called_off_at = now()
    meeting.run += 1
    meeting.save(update_fields=["called_off_at", "run"])
    Seat.objects.filter(meeting=meeting).delete()
    note(meeting)
    others = _others(meeting, member)
    emit(MeetingCalledOff(meeting.ref, meeting.title, member.shown_name, others))
    return meeting


@action
def withhold_meeting(*, by: Actor, ref: str) -> None:
    """After a report nobody comes in. Whoever decides about the report is judged there."""
    meeting = Meeting.objects.select_for_update().filter(ref=ref).first()
    if meeting is None:
        return
    meeting.withheld_at = meeting.withheld_at or now()
    meeting.run += 1
    meeting.save(update_fields=["withheld_at", "run"])
    Seat.objects.filter(meeting=meeting).delete()
    note(meeting)


@action
def give_meeting_back(*, by: Actor, ref: str) -> None:
    """As it stood."""
    meeting = Meeting.objects.select_for_update().filter(ref=ref).first()
    if meeting is None or meeting.withheld_at is None:
        return
    meeting.withheld_at = None
    meeting.save(update_fields=["withheld_at"])
    note(meeting)


@action
def purge_meetings(*, by: Actor) -> int:
    """Seats go a day after the end (F11), meetings after their time of keeping."""
    at = now()
    Seat.objects.filter(meeting__ends_at__lt=at - dt.timedelta(days=1)).delete()
    gone, _ = Meeting.objects.filter(ends_at__lt=at - KEPT_FOR).delete()
    note(None, gone=gone)
    return gone


@action
def empty_meetings(*, by: Actor, space_id: int) -> None:
    """The space is deleted: every meeting goes with it."""
    gone, _ = Meeting.objects.filter(space=space_id).delete()
    note(None, space_id=space_id, gone=gone)


def _locked(by: Actor, meeting: Meeting) -> tuple[Meeting, Member]:
    rows = Meeting.objects.select_for_update(of=("self",)).select_related("space")
    meeting = rows.get(pk=meeting.pk)
    member = member_of(by, meeting.space)
    deny_unless(may_run_meeting(member, meeting.space, meeting))
    if member is None:
        raise Refused(hidden())
    return meeting, member


def _refuse_unfit(title: str, begins_at: dt.datetime) -> None:
    if not title or len(title) > MAX_TITLE:
        raise Invalid(_NO_TITLE, "title")
    if begins_at < now() - dt.timedelta(minutes=15):
        raise Invalid(_PAST, "begins")
    if begins_at > now() + LOOK_AHEAD:
        raise Invalid(_FAR, "day")


def _others(meeting: Meeting, member: Member) -> tuple[int, ...]:
    rows = Member.objects.filter(
        space=meeting.space_id, left_at=None, capacity__in=ADULTS, account__isnull=False
    ).exclude(pk=member.pk)
    return tuple(rows.values_list("account_id", flat=True))
