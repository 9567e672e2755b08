"""The door of every tool: a space and the actor's membership in it."""

from dataclasses import dataclass

from django.db.models import QuerySet

from opentwinning.core.actor import Actor
from opentwinning.core.prepared import prepared
from opentwinning.core.recall import once_per_page
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


@prepared
def _adult(account: int, space: int) -> QuerySet[Member]:
    return Member.objects.filter(account_id=account, space_id=space, left_at=None).order_by("pk")


@prepared
def _pupil(pupil: int, space: int) -> QuerySet[Member]:
    return Member.objects.filter(pupil_id=pupil, space_id=space, left_at=None).order_by("pk")


@prepared
def _adult_in(account: int, ref: str) -> QuerySet[Member]:
    return _open(ref).filter(account_id=account)


@prepared
def _pupil_in(pupil: int, ref: str) -> QuerySet[Member]:
    return _open(ref).filter(pupil_id=pupil)


def _open(ref: str) -> QuerySet[Member]:
    """Running memberships of a space that is not closed, with the space."""
    running = Member.objects.filter(space__ref=ref, left_at=None).order_by("pk")
    return running.exclude(space__state=SpaceState.CLOSED).select_related("space")


@once_per_page
def member_of(actor: Actor, space: Space) -> Member | None:
    """The actor's running membership."""
    if actor.pupil_id is not None:
        return next(iter(_pupil(actor.pupil_id, space.pk)), None)
    if actor.account_id is not None:
        return next(iter(_adult(actor.account_id, space.pk)), None)
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
    rows: list[Member] = []
    if actor.pupil_id is not None:
        rows = _pupil_in(actor.pupil_id, ref)
    elif actor.account_id is not None:
        rows = _adult_in(actor.account_id, ref)
    if not rows:
        raise Refused(hidden())
    member = rows[0]
    deny_unless(may_read_place(member, place))
    if to_write:
        deny_unless(may_write_place(member, member.space, place))
    return Presence(space=member.space, member=member)
