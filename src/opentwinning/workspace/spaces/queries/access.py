"""The door of every tool: a space and the actor's membership in it."""

from dataclasses import dataclass

from opentwinning.core.actor import Actor
from opentwinning.core.verdicts import Refused, deny_unless, hidden
from opentwinning.workspace.spaces.models import Member, Space
from opentwinning.workspace.spaces.policies import may_read_place, may_write_place
from opentwinning.workspace.spaces.vocabulary import SpacePlace, SpaceState


@dataclass(frozen=True, slots=True)
class Presence:
    """The actor inside a space: what every view, action and policy of a tool needs."""

    space: Space
    member: Member

    def may_read(self, place: SpacePlace | str) -> bool:
        return bool(may_read_place(self.member, place))

    def may_write(self, place: SpacePlace | str) -> bool:
        return bool(may_write_place(self.member, self.space, place))


def member_of(actor: Actor, space: Space) -> Member | None:
    """The actor's running membership."""
    running = Member.objects.filter(space=space, left_at=None)
    if actor.pupil_id is not None:
        return running.filter(pupil_id=actor.pupil_id).first()
    if actor.account_id is not None:
        return running.filter(account_id=actor.account_id).first()
    return None


def presence_in(
    actor: Actor, space: Space, *, place: SpacePlace | str = SpacePlace.WHOLE
) -> Presence:
    """For doors of tools: the actor's presence in the space of a thing, else an absent page."""
    member = member_of(actor, space) if space.state != SpaceState.CLOSED else None
    deny_unless(may_read_place(member, place))
    if member is None:
        raise Refused(hidden())
    return Presence(space=space, member=member)


def access_space(
    actor: Actor, ref: str, *, place: SpacePlace | str = SpacePlace.WHOLE, to_write: bool = False
) -> Presence:
    """The space behind a public id with the actor's membership; everybody else gets the answer of
    an absent page (B3). ``to_write`` also refuses in a read-only space, with the reason."""
    row = Member.objects.filter(space__ref=ref, left_at=None).exclude(
        space__state=SpaceState.CLOSED
    )
    if actor.pupil_id is not None:
        row = row.filter(pupil_id=actor.pupil_id)
    elif actor.account_id is not None:
        row = row.filter(account_id=actor.account_id)
    else:
        raise Refused(hidden())
    member = row.select_related("space").first()
    if member is None:
        raise Refused(hidden())
    deny_unless(may_read_place(member, place))
    if to_write:
        deny_unless(may_write_place(member, member.space, place))
    return Presence(space=member.space, member=member)
