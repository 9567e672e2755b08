"""Closing, the trash, and what follows a report."""

import datetime as dt

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.verdicts import deny_unless
from opentwinning.workspace.spaces.queries import member_of
from opentwinning.workspace.votes.actions.ask import locked
from opentwinning.workspace.votes.models import Poll
from opentwinning.workspace.votes.policies import may_run_poll, may_take_poll_back
from opentwinning.workspace.votes.vocabulary import TRASH_DAYS


@action
def close_poll(*, by: Actor, poll: Poll) -> Poll:
    """Nobody votes any more; everybody sees the numbers."""
    poll = locked(poll)
    deny_unless(may_run_poll(member_of(by, poll.space), poll.space, poll))
    if not poll.is_closed:
        poll.closed_at = now()
        poll.save(update_fields=["closed_at"])
        note(poll)
    return poll


@action
def open_poll_again(*, by: Actor, poll: Poll) -> Poll:
    """Votes are taken again, until somebody closes it."""
    poll = locked(poll)
    deny_unless(may_run_poll(member_of(by, poll.space), poll.space, poll))
    if poll.is_closed:
        poll.closed_at = poll.closes_at = None
        poll.save(update_fields=["closed_at", "closes_at"])
        note(poll)
    return poll


@action
def delete_poll(*, by: Actor, poll: Poll) -> None:
    """Into the trash, with its votes."""
    poll = locked(poll)
    member = member_of(by, poll.space)
    deny_unless(may_run_poll(member, poll.space, poll))
    poll.deleted_at, poll.deleted_by = now(), member
    poll.save(update_fields=["deleted_at", "deleted_by"])
    note(poll, title=poll.title)


@action
def undelete_poll(*, by: Actor, poll: Poll) -> None:
    """Out of the trash."""
    poll = locked(poll)
    deny_unless(may_take_poll_back(member_of(by, poll.space), poll.space, poll))
    poll.deleted_at = poll.deleted_by = None
    poll.save(update_fields=["deleted_at", "deleted_by"])
    note(poll, title=poll.title)


@action
def withhold_poll(*, by: Actor, ref: str) -> None:
    """It leaves every list; teachers still see its own page. Whoever decides about the report is
    judged there (H6)."""
    poll = Poll.objects.select_for_update().filter(ref=ref, withheld_at=None).first()
    if poll is not None:
        poll.withheld_at = now()
        poll.save(update_fields=["withheld_at"])
        note(poll)


@action
def give_poll_back(*, by: Actor, ref: str) -> None:
    """As it stood (H17)."""
    poll = Poll.objects.select_for_update().filter(ref=ref).exclude(withheld_at=None).first()
    if poll is not None:
        poll.withheld_at = None
        poll.save(update_fields=["withheld_at"])
        note(poll)


@action
def purge_polls(*, by: Actor) -> int:
    """Forget what lay in the trash long enough; returns how many."""
    rows = Poll.objects.filter(deleted_at__lt=now() - dt.timedelta(days=TRASH_DAYS))
    refs = list(rows.values_list("ref", flat=True))
    rows.delete()
    note(polls=refs)
    return len(refs)


@action
def empty_polls(*, by: Actor, space_id: int) -> None:
    """The space is emptied: nothing stays, not even in the trash."""
    note(space=space_id)
    Poll.objects.filter(space=space_id).delete()
