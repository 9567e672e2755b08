"""Classes come into a TwinSpace, pupils leave it, powers change hands."""

from collections.abc import Sequence

from django.utils.translation import pgettext

from opentwinning.collaboration.projects.models import Partnership
from opentwinning.collaboration.twinspaces.models import TwinSpace
from opentwinning.collaboration.twinspaces.policies import (
    may_bring_class,
    may_change_educator_power,
    may_change_pupil_power,
    may_take_pupil_out,
)
from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.verdicts import Invalid, Refused, deny_unless, hidden
from opentwinning.people.pupils.models import ClassOwner, Pupil, SchoolClass
from opentwinning.people.pupils.queries import pupils_of
from opentwinning.workspace.spaces import actions as spaces
from opentwinning.workspace.spaces.models import Member
from opentwinning.workspace.spaces.vocabulary import MemberCapacity


@action
def bring_pupils(
    *, by: Actor, twinspace: TwinSpace, school_class: SchoolClass, pupils: Sequence[Pupil]
) -> list[Member]:
    """The teacher brings pupils of her own class in (T-03, X-45)."""
    deny_unless(may_bring_class(by, twinspace.space, school_class))
    mine = set(pupils_of(school_class).values_list("pk", flat=True))
    if any(pupil.pk not in mine for pupil in pupils):
        raise Refused(hidden())
    note(twinspace, school_class=school_class.pk, count=len(pupils))
    return [spaces.admit_pupil(by=by, space=twinspace.space, pupil=pupil) for pupil in pupils]


@action
def take_pupils_out(*, by: Actor, members: Sequence[Member], reason: str = "") -> None:
    """Pupils leave the TwinSpace; what they made stays (matrix row 16)."""
    for member in members:
        deny_unless(may_take_pupil_out(by, member))
        spaces.remove_member(by=by, member=member, reason=reason)
    note(members[0] if members else None, members=[member.pk for member in members])


@action
def change_power(*, by: Actor, member: Member, capacity: MemberCapacity) -> Member:
    """Give or take project admin or pupil admin (X-43, matrix row 17)."""
    judge = may_change_educator_power if member.is_adult else may_change_pupil_power
    deny_unless(judge(by, member))
    if member.is_adult and capacity != MemberCapacity.ADMIN and _is_founder(member):
        raise Invalid(pgettext("twinspace", "Founders always administer their project."))
    return spaces.change_capacity(by=by, member=member, capacity=capacity)


def _is_founder(member: Member) -> bool:
    rows = Partnership.objects.filter(
        project__twinspace__space=member.space_id,
        educator__account_id=member.account_id or 0,
        left_at=None,
    )
    return any(row.is_founder for row in rows)


@action
def promote_founder(*, by: Actor, partnership: Partnership) -> Member | None:
    """A partner took a founder's seat: she administers the place, too."""
    member = Member.objects.filter(
        space__twinspace__project=partnership.project_id,
        account=partnership.educator.account_id,
        left_at=None,
    ).first()
    if member is None:
        return None
    return spaces.change_capacity(by=by, member=member, capacity=MemberCapacity.ADMIN)


@action
def let_partner_go(*, by: Actor, twinspace: TwinSpace, account_id: int, reason: str = "") -> None:
    """A partner left the project: she goes, and with her the pupils nobody else here leads."""
    running = Member.objects.filter(space=twinspace.space, left_at=None)
    member = running.filter(account_id=account_id).first()
    if member is not None:
        spaces.remove_member(by=by, member=member, reason=reason)
    staying = running.exclude(account=None).values("account_id")
    led = ClassOwner.objects.filter(educator__account_id__in=staying).values("school_class")
    left_alone = running.exclude(pupil=None).exclude(pupil__school_class__in=led)
    for pupil in left_alone:
        spaces.remove_member(by=by, member=pupil, reason=reason)
    note(twinspace, account=account_id)
