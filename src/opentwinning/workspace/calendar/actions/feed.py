"""The secret address of a teacher's calendar: made, replaced, ended."""

from secrets import token_urlsafe

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.verdicts import Refused, deny_unless, hidden
from opentwinning.workspace.calendar.models import Feed
from opentwinning.workspace.calendar.policies import may_subscribe
from opentwinning.workspace.calendar.vocabulary import SECRET_BYTES, digest_of
from opentwinning.workspace.spaces.models import Member, Space
from opentwinning.workspace.spaces.queries import member_of


@action
def make_feed(*, by: Actor, space: Space) -> str:
    """A new secret, told this once; an earlier one ends. Each teacher has at most one in a space,
    however often she asks at once."""
    member = _member(by, space)
    secret = token_urlsafe(SECRET_BYTES)
    values = {"digest": digest_of(secret), "made_at": now()}
    feed, _ = Feed.objects.update_or_create(member=member, defaults=values)
    note(feed)
    return secret


@action
def end_feed(*, by: Actor, space: Space) -> None:
    """Nobody reads at the address any more."""
    gone, _ = Feed.objects.filter(member=_member(by, space)).delete()
    note(space, ended=gone)


@action
def forget_feed(*, by: Actor, member_id: int) -> None:
    """She has left the space."""
    gone, _ = Feed.objects.filter(member=member_id).delete()
    note(ended=gone)


def _member(by: Actor, space: Space) -> Member:
    member = member_of(by, space)
    deny_unless(may_subscribe(member))
    if member is None:
        raise Refused(hidden())
    return Member.objects.select_for_update().get(pk=member.pk)
