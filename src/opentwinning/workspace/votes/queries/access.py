"""The doors of polls."""

from opentwinning.core.actor import Actor
from opentwinning.core.verdicts import Refused, deny_unless, hidden
from opentwinning.workspace.spaces.queries import Presence, presence_in
from opentwinning.workspace.votes.models import Poll
from opentwinning.workspace.votes.policies import (
    may_read_poll,
    may_run_poll,
    may_take_poll_back,
    may_vote,
)

_MORE = {"run": may_run_poll, "vote": may_vote}


def access_poll(actor: Actor, ref: str, *, to: str = "read") -> tuple[Presence, Poll]:
    """The poll and the actor's presence; ``to`` is read, vote or run."""
    poll = _poll(ref)
    presence = presence_in(actor, poll.space)
    deny_unless(may_read_poll(presence.member, poll))
    if to in _MORE:
        deny_unless(_MORE[to](presence.member, presence.space, poll))
    return presence, poll


def access_trashed_poll(actor: Actor, ref: str) -> tuple[Presence, Poll]:
    """A poll in the trash, for whoever may take it back."""
    poll = _poll(ref)
    presence = presence_in(actor, poll.space)
    deny_unless(may_take_poll_back(presence.member, presence.space, poll))
    return presence, poll


def _poll(ref: str) -> Poll:
    poll = Poll.objects.select_related("space", "author").filter(ref=ref).first()
    if poll is None:
        raise Refused(hidden())
    return poll
