"""A silent partner is reminded in private, gently and seldom (idea 4)."""

from django.utils.translation import pgettext

from opentwinning.collaboration.twinspaces.events import PartnerNudged
from opentwinning.collaboration.twinspaces.models import Nudge, TwinSpace
from opentwinning.collaboration.twinspaces.policies import may_nudge_school
from opentwinning.collaboration.twinspaces.queries.people import School, schools_in
from opentwinning.collaboration.twinspaces.queries.pulse import with_signs
from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.events import emit
from opentwinning.core.verdicts import Invalid, Refused, deny_unless, hidden
from opentwinning.workspace.spaces.models import Member
from opentwinning.workspace.spaces.queries import member_of


@action
def nudge_school(*, by: Actor, member: Member) -> None:
    """One friendly mail to the teachers of the member's school, at most once a fortnight."""
    twinspace = TwinSpace.objects.select_for_update().get(space=member.space_id)
    deny_unless(may_nudge_school(by, member))
    own = member_of(by, member.space)
    if own is None:
        raise Refused(hidden())
    school = _school_of(member, own)
    if school is None or (sign := school.sign) is None or sign.is_own:
        raise Refused(hidden())
    if not sign.is_quiet:
        raise Invalid(pgettext("pulse", "This partner was active lately."))
    if sign.was_nudged:
        raise Invalid(pgettext("pulse", "This partner was reminded less than two weeks ago."))
    asked = school.educators
    for each in asked:
        Nudge.objects.update_or_create(member=each, defaults={"nudged_at": now()})
    note(twinspace, members=[each.pk for each in asked])
    emit(
        PartnerNudged(
            account_ids=[each.account_id for each in asked if each.account_id is not None],
            space_ref=member.space.ref,
            title=member.space.title,
            by=by.name,
        )
    )


def _school_of(member: Member, own: Member) -> School | None:
    schools = with_signs(schools_in(member.space), own)
    return next((school for school in schools if member in school.educators), None)
