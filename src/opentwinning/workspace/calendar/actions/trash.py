"""Thirty days in the trash."""

import datetime as dt

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.verdicts import deny_unless
from opentwinning.workspace.calendar.actions.plan import locked
from opentwinning.workspace.calendar.models import Event, Feed
from opentwinning.workspace.calendar.policies import may_delete_event, may_undelete_event
from opentwinning.workspace.calendar.vocabulary import TRASH_DAYS
from opentwinning.workspace.spaces.queries import member_of


@action
def delete_event(*, by: Actor, event: Event) -> Event:
    """Into the trash: nobody sees it in the calendar any more."""
    event = locked(event)
    member = member_of(by, event.space)
    deny_unless(may_delete_event(member, event.space, event))
    event.deleted_at, event.deleted_by = now(), member
    event.save(update_fields=["deleted_at", "deleted_by"])
    note(event)
    return event


@action
def undelete_event(*, by: Actor, event: Event) -> Event:
    """Take it back."""
    event = locked(event)
    deny_unless(may_undelete_event(member_of(by, event.space), event.space, event))
    event.deleted_at = event.deleted_by = None
    event.save(update_fields=["deleted_at", "deleted_by"])
    note(event)
    return event


@action
def purge_events(*, by: Actor) -> int:
    """Forget what lay in the trash long enough; returns how many."""
    rows = Event.objects.filter(deleted_at__lt=now() - dt.timedelta(days=TRASH_DAYS))
    refs = list(rows.values_list("ref", flat=True))
    rows.delete()
    note(events=refs)
    return len(refs)


@action
def empty_calendar(*, by: Actor, space_id: int) -> int:
    """The space is emptied: nothing stays, not even in the trash; returns how many."""
    rows = Event.objects.filter(space=space_id)
    feeds, _ = Feed.objects.filter(member__space=space_id).delete()
    note(space=space_id, events=rows.count(), feeds=feeds)
    return rows.delete()[0]
