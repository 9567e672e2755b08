"""Planning, changing and cancelling events; the others are told."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.events import emit
from opentwinning.core.verdicts import Conflict, Invalid, Refused, deny_unless, hidden
from opentwinning.workspace.calendar.actions.moments import moments_of
from opentwinning.workspace.calendar.events import EventCancelled, EventMoved, EventPlanned
from opentwinning.workspace.calendar.models import Event
from opentwinning.workspace.calendar.policies import may_change_event, may_plan_event
from opentwinning.workspace.calendar.vocabulary import MOST_EVENTS, PLACES, When
from opentwinning.workspace.spaces.models import Member, Space
from opentwinning.workspace.spaces.queries import member_of
from opentwinning.workspace.spaces.vocabulary import ADULTS, SpacePlace

NO_TITLE = pgettext_lazy("calendar", "Say in a few words what it is.")
FULL = pgettext_lazy("calendar", "The calendar is full. Delete old events first.")
NOT_HERE = pgettext_lazy("calendar", "Choose who can see it.")


@action
def plan_event(  # noqa: PLR0913 - what, when, where and for whom
    *,
    by: Actor,
    space: Space,
    title: str,
    when: When,
    text: str = "",
    where: str = "",
    place: str = SpacePlace.WHOLE,
    form_token: str = "",
) -> Event:
    """A new event; the teachers of the space are told (T-04). The same form sent twice makes one
    (G6)."""
    member = member_of(by, space)
    deny_unless(may_plan_event(member, space, place))
    if member is None:
        raise Refused(hidden())
    if place not in PLACES:
        raise Invalid(NOT_HERE, "place")
    Space.objects.select_for_update().get(pk=space.pk)
    begins_at, ends_at = moments_of(when)
    sent = Event.objects.filter(author=member, form_token=form_token).first()
    if form_token and sent is not None:
        if (sent.title, sent.begins_at, sent.ends_at) == (title, begins_at, ends_at):
            return sent
        form_token = ""
    if not title:
        raise Invalid(NO_TITLE, "title")
    if Event.objects.filter(space=space).count() >= MOST_EVENTS:
        raise Invalid(FULL)
    event = Event.objects.create(
        space=space,
        place=SpacePlace(place),
        author=member,
        title=title,
        text=text,
        where=where,
        language=by.language,
        is_whole_day=when.is_whole_day,
        first_day=when.first_day,
        last_day=when.last_day,
        begins_at=begins_at,
        ends_at=ends_at,
        time_zone=when.zone,
        form_token=form_token,
    )
    note(event, place=event.place)
    emit(EventPlanned(space.pk, event.ref, title, member.shown_name, _others(event, member)))
    return event


@action
def change_event(  # noqa: PLR0913 - what, when, where and for whom
    *,
    by: Actor,
    event: Event,
    title: str,
    when: When,
    version: int,
    text: str = "",
    where: str = "",
    place: str = SpacePlace.WHOLE,
) -> Event:
    """Another text or another time; who plans with it is told of another time. ``Conflict`` when
    it was changed since ``version``."""
    event = locked(event)
    member = member_of(by, event.space)
    deny_unless(may_change_event(member, event.space, event))
    deny_unless(may_plan_event(member, event.space, place))
    if member is None:
        raise Refused(hidden())
    if place not in PLACES:
        raise Invalid(NOT_HERE, "place")
    if event.version != version:
        raise Conflict(event)
    if not title:
        raise Invalid(NO_TITLE, "title")
    before = (event.begins_at, event.ends_at, event.is_whole_day)
    event.begins_at, event.ends_at = moments_of(when)
    event.first_day, event.last_day, event.time_zone = when.first_day, when.last_day, when.zone
    event.is_whole_day = when.is_whole_day
    event.title, event.text, event.where, event.place = title, text, where, SpacePlace(place)
    event.version, event.changed_at = event.version + 1, now()
    event.save()
    is_moved = before != (event.begins_at, event.ends_at, event.is_whole_day)
    note(event, version=event.version, is_moved=is_moved, place=event.place)
    if is_moved:
        others = _others(event, member)
        emit(EventMoved(event.space_id, event.ref, title, member.shown_name, others))
    return event


@action
def cancel_event(*, by: Actor, event: Event, is_cancelled: bool = True) -> Event:
    """It does not take place, or does again; it stays in the calendar, so that nobody waits."""
    event = locked(event)
    member = member_of(by, event.space)
    deny_unless(may_change_event(member, event.space, event))
    if member is None or event.is_cancelled == is_cancelled:
        return event
    event.cancelled_at = now() if is_cancelled else None
    event.version, event.changed_at = event.version + 1, now()
    event.save(update_fields=["cancelled_at", "version", "changed_at"])
    note(event, is_cancelled=is_cancelled)
    facts = (event.space_id, event.ref, event.title, member.shown_name, _others(event, member))
    if is_cancelled:
        emit(EventCancelled(*facts))
    else:
        emit(EventPlanned(*facts))
    return event


def locked(event: Event) -> Event:
    """The event as it stands now, held until the end of the transaction."""
    rows = Event.objects.select_for_update(of=("self",)).select_related("space")
    return rows.get(pk=event.pk)


def _others(event: Event, member: Member) -> tuple[int, ...]:
    return others_than(member, event.space_id)


def others_than(member: Member, space_id: int) -> tuple[int, ...]:
    """Teachers beside her; pupils see it on the home of the space."""
    adults = Member.objects.filter(space=space_id, left_at=None, capacity__in=ADULTS)
    ids = adults.exclude(pk=member.pk).exclude(account=None).values_list("account_id", flat=True)
    return tuple(sorted(ids))
