"""Who belongs to a space. Called by the app that owns the space, which has judged the right."""

from django.db.models import Q

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.events import emit
from opentwinning.people.accounts.models import Account
from opentwinning.people.pupils.models import Pupil
from opentwinning.workspace.spaces.events import MemberJoined, MemberLeft
from opentwinning.workspace.spaces.models import Member, Space
from opentwinning.workspace.spaces.vocabulary import ADULTS, PUPILS, MemberCapacity


@action
def admit_account(
    *,
    by: Actor,
    space: Space,
    account: Account,
    capacity: MemberCapacity,
    country: str,
    organisation_name: str = "",
) -> Member:
    """Let an adult in; a running membership stays one."""
    if capacity not in ADULTS:
        raise TypeError("an account never holds a pupil's capacity")
    member, is_new = Member.objects.get_or_create(
        space=space,
        account=account,
        left_at=None,
        defaults={
            "capacity": capacity,
            "name": account.name,
            "country": country,
            "organisation_name": organisation_name,
        },
    )
    if is_new:
        emit(MemberJoined(space.pk, member.pk))
    return member


@action
def admit_pupil(*, by: Actor, space: Space, pupil: Pupil) -> Member:
    """Let a pupil in (T-03)."""
    organisation = pupil.school_class.organisation
    member, is_new = Member.objects.get_or_create(
        space=space,
        pupil=pupil,
        left_at=None,
        defaults={
            "capacity": MemberCapacity.PUPIL,
            "name": pupil.nickname,
            "country": organisation.country,
            "organisation_name": organisation.name,
        },
    )
    if is_new:
        emit(MemberJoined(space.pk, member.pk))
    return member


@action
def change_capacity(*, by: Actor, member: Member, capacity: MemberCapacity) -> Member:
    """Another capacity of the same kind: a pupil never becomes an adult (4.1)."""
    same_kind = ADULTS if member.is_adult else PUPILS
    if capacity not in same_kind:
        raise TypeError("capacities never cross between adults and pupils")
    note(member, before=member.capacity, after=capacity)
    member.capacity = capacity
    member.save(update_fields=["capacity"])
    return member


@action
def remove_member(*, by: Actor, member: Member, reason: str = "") -> None:
    """End a membership; contributions stay under the copied name."""
    member.left_at = now()
    member.save(update_fields=["left_at"])
    emit(MemberLeft(member.space_id, member.pk))


@action
def follow_name(
    *, by: Actor, name: str, account_id: int | None = None, pupil_id: int | None = None
) -> None:
    """The person is called otherwise now, also beside what she has made. The new name does not go
    into the ledger, which holds no names."""
    rows = Member.objects.filter(_of(account_id, pupil_id))
    note(count=rows.update(name=name))


@action
def end_memberships(
    *, by: Actor, account_id: int | None = None, pupil_id: int | None = None
) -> None:
    """The person is gone from every space at once."""
    if account_id is None and pupil_id is None:
        raise TypeError("whose memberships?")
    running = Member.objects.filter(_of(account_id, pupil_id), left_at=None)
    for member in running:
        remove_member(by=by, member=member)
    note(account=account_id, pupil=pupil_id)


def _of(account_id: int | None, pupil_id: int | None) -> Q:
    """Memberships of one person, never of nobody."""
    return Q(account_id=account_id) if account_id is not None else Q(pupil_id=pupil_id or 0)
