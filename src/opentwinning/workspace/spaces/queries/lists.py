"""Lists of spaces and members."""

from django.db.models import QuerySet

from opentwinning.core.actor import Actor
from opentwinning.workspace.spaces.models import Member, Space
from opentwinning.workspace.spaces.policies import may_read_place
from opentwinning.workspace.spaces.queries.access import Presence
from opentwinning.workspace.spaces.vocabulary import (
    ADULTS,
    MemberCapacity,
    SpacePlace,
    SpaceState,
)


def spaces_of(actor: Actor) -> QuerySet[Space]:
    """Spaces the actor is a member of, newest first."""
    if not actor.is_signed_in:
        return Space.objects.none()
    mine = Member.objects.filter(left_at=None)
    if actor.pupil_id is not None:
        mine = mine.filter(pupil_id=actor.pupil_id)
    else:
        mine = mine.filter(account_id=actor.account)
    return (
        Space.objects.filter(pk__in=mine.values("space"))
        .exclude(state=SpaceState.CLOSED)
        .order_by("-opened_at")
    )


def members_of(space: Space) -> QuerySet[Member]:
    """Running members: adults first, then pupils, by country and name."""
    return Member.objects.filter(space=space, left_at=None).order_by("capacity", "country", "name")


def guardians_in(space_id: int) -> tuple[int, ...]:
    """Accounts of the teachers who look after the space: its admins, else all its teachers."""
    adults = Member.objects.filter(space_id=space_id, left_at=None, capacity__in=ADULTS)
    found = list(adults.exclude(account=None).values_list("account_id", "capacity"))
    admins = [pk for pk, capacity in found if capacity == MemberCapacity.ADMIN]
    return tuple(sorted(admins or [pk for pk, _ in found]))


def places_writable_by(presence: Presence) -> list[SpacePlace]:
    """Places the member may put something into; empty in a read-only space."""
    return [place for place in SpacePlace if presence.may_write(place)]


def places_readable_by(member: Member) -> list[SpacePlace]:
    """Places whose things may appear in a list for this member (B4)."""
    return [place for place in SpacePlace if may_read_place(member, place)]
