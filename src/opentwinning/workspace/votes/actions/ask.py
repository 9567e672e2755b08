"""Asking a question, looking for a time, planning what was chosen."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.utils.translation import pgettext_lazy

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.events import emit
from opentwinning.core.verdicts import Conflict, Invalid, Refused, deny_unless, hidden
from opentwinning.workspace.calendar.actions import plan_event
from opentwinning.workspace.calendar.models import Event
from opentwinning.workspace.calendar.vocabulary import When
from opentwinning.workspace.spaces.models import Member, Space
from opentwinning.workspace.spaces.queries import member_of
from opentwinning.workspace.spaces.vocabulary import ADULTS, SpacePlace
from opentwinning.workspace.votes.events import PollOpened
from opentwinning.workspace.votes.models import Ballot, Choice, Poll
from opentwinning.workspace.votes.policies import may_make_poll, may_run_poll
from opentwinning.workspace.votes.vocabulary import (
    FEWEST_CHOICES,
    MAX_CHOICE,
    MOST_CHOICES,
    MOST_TIMES,
    PollKind,
    Reveal,
    Voice,
)

_NO_TITLE = pgettext_lazy("poll", "Write what is to be decided.")
_FEW = pgettext_lazy("poll", "Write at least two choices, each on its own line.")
_MANY = pgettext_lazy("poll", "Twelve choices at most.")
_LONG = pgettext_lazy("poll", "One of the choices is too long: 120 signs at most.")
_SAME = pgettext_lazy("poll", "Two of the choices are the same.")
_FIXED = pgettext_lazy("poll", "Somebody has voted: the choices stay as they are.")
_NO_TIMES = pgettext_lazy("poll", "Choose at least two times.")
_MANY_TIMES = pgettext_lazy("poll", "Twenty-four times at most.")
_OVER = pgettext_lazy("poll", "One of these times is over.")
_PAST = pgettext_lazy("poll", "This moment is over. Choose a later one.")
_PLANNED = pgettext_lazy("poll", "It is planned already.")


@dataclass(frozen=True, slots=True)
class Question:
    """What a poll asks, and how. ``closes_at``: a moment, or None until somebody closes it."""

    title: str
    text: str = ""
    place: str = SpacePlace.WHOLE
    choices: tuple[str, ...] = ()
    takes_many: bool = False
    shows_names: bool = False
    voice: str = Voice.MEMBER
    reveal: str = Reveal.VOTED
    closes_at: dt.datetime | None = None


@action
def ask_question(*, by: Actor, space: Space, question: Question, form_token: str = "") -> Poll:
    """A poll with 2 to 12 choices; the other teachers are told. The same form sent twice makes
    one (G6)."""
    choices = _checked(question.choices)
    poll, is_new = _make(by, space, question, PollKind.QUESTION, form_token)
    if is_new:
        _set_choices(poll, choices)
    return poll


@action
def look_for_time(
    *,
    by: Actor,
    space: Space,
    question: Question,
    times: Sequence[tuple[dt.datetime, dt.datetime]],
    form_token: str = "",
) -> Poll:
    """A poll whose choices are times; everybody sees who can come when."""
    if len(times) < FEWEST_CHOICES:
        raise Invalid(_NO_TIMES, "times")
    if len(times) > MOST_TIMES:
        raise Invalid(_MANY_TIMES, "times")
    if any(begins <= now() for begins, _ in times):
        raise Invalid(_OVER, "times")
    poll, is_new = _make(by, space, question, PollKind.TIME, form_token)
    if is_new:
        rows = enumerate(sorted(set(times)))
        Choice.objects.bulk_create(
            Choice(poll=poll, begins_at=begins, ends_at=ends, position=position)
            for position, (begins, ends) in rows
        )
    return poll


def _make(
    by: Actor, space: Space, question: Question, kind: PollKind, form_token: str
) -> tuple[Poll, bool]:
    member = member_of(by, space)
    deny_unless(may_make_poll(member, space, question.place))
    if member is None:
        raise Refused(hidden())
    member = Member.objects.select_for_update().get(pk=member.pk)
    sent = Poll.objects.filter(author=member, form_token=form_token).first()
    if form_token and sent is not None:
        return sent, False
    poll = Poll(space=space, author=member, kind=kind, form_token=form_token, language=by.language)
    _write(poll, question)
    poll.save()
    note(poll, title=poll.title, kind=kind, place=poll.place)
    others = Member.objects.filter(
        space=space, left_at=None, capacity__in=ADULTS, account__isnull=False
    ).exclude(pk=member.pk)
    tell = tuple(others.values_list("account_id", flat=True))
    emit(PollOpened(poll.ref, poll.title, member.shown_name, poll.is_time, tell))
    return poll, True


def _write(poll: Poll, question: Question) -> None:
    if not question.title:
        raise Invalid(_NO_TITLE, "title")
    if question.closes_at is not None and question.closes_at <= now():
        raise Invalid(_PAST, "closes_day")
    poll.title, poll.text, poll.place = question.title, question.text, SpacePlace(question.place)
    poll.takes_many = question.takes_many or poll.is_time
    poll.shows_names = question.shows_names or poll.is_time
    poll.voice = Voice.MEMBER if poll.is_time else Voice(question.voice)
    poll.reveal, poll.closes_at = Reveal(question.reveal), question.closes_at


def _checked(choices: Sequence[str]) -> tuple[str, ...]:
    if len(choices) < FEWEST_CHOICES:
        raise Invalid(_FEW, "choices")
    if len(choices) > MOST_CHOICES:
        raise Invalid(_MANY, "choices")
    if any(len(each) > MAX_CHOICE for each in choices):
        raise Invalid(_LONG, "choices")
    if len({each.casefold() for each in choices}) < len(choices):
        raise Invalid(_SAME, "choices")
    return tuple(choices)


def _set_choices(poll: Poll, choices: Sequence[str]) -> None:
    Choice.objects.bulk_create(
        Choice(poll=poll, text=text, position=position) for position, text in enumerate(choices)
    )


@action
def change_poll(*, by: Actor, poll: Poll, question: Question, version: int) -> Poll:
    """Other words and another end. Once somebody voted, choices and the way of voting stay, so
    that no vote turns into another. ``Conflict`` when it was changed since ``version``."""
    poll = locked(poll)
    member = member_of(by, poll.space)
    deny_unless(may_run_poll(member, poll.space, poll))
    deny_unless(may_make_poll(member, poll.space, question.place))
    if poll.version != version:
        raise Conflict(poll)
    before = _fixed(poll)
    _write(poll, question)
    old = tuple(
        Choice.objects.filter(poll=poll).order_by("position").values_list("text", flat=True)
    )
    choices = old if poll.is_time else _checked(question.choices)
    if Ballot.objects.filter(poll=poll).exists():
        if choices != old or before != _fixed(poll):
            raise Invalid(_FIXED, "choices")
    elif choices != old:
        Choice.objects.filter(poll=poll).delete()
        _set_choices(poll, choices)
    poll.version += 1
    poll.save()
    note(poll, version=poll.version)
    return poll


def _fixed(poll: Poll) -> tuple[object, ...]:
    return poll.place, poll.takes_many, poll.shows_names, poll.voice, poll.reveal


@action
def plan_chosen_time(*, by: Actor, poll: Poll, choice_ref: str) -> Event:
    """The event at one of its times, in the calendar of the space; the poll is closed, and the
    others are told as of every event."""
    poll = locked(poll)
    deny_unless(may_run_poll(member_of(by, poll.space), poll.space, poll))
    choice = Choice.objects.filter(poll=poll, ref=choice_ref, begins_at__isnull=False).first()
    if choice is None or choice.begins_at is None or choice.ends_at is None:
        raise Refused(hidden())
    if poll.event_ref:
        raise Invalid(_PLANNED)
    zone = ZoneInfo(by.time_zone)
    begins, ends = choice.begins_at.astimezone(zone), choice.ends_at.astimezone(zone)
    when = When(begins.date(), ends.date(), by.time_zone, begins.time(), ends.time())
    event = plan_event(
        by=by, space=poll.space, title=poll.title, when=when, text=poll.text, place=poll.place
    )
    poll.event_ref, poll.closed_at = event.ref, poll.closed_at or now()
    poll.save(update_fields=["event_ref", "closed_at"])
    note(poll, event=event.ref)
    return event


def locked(poll: Poll) -> Poll:
    """The poll as it stands now, held until the end of the transaction."""
    rows = Poll.objects.select_for_update(of=("self",)).select_related("space")
    return rows.get(pk=poll.pk)
