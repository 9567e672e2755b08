"""Who may see, edit and validate educators (matrix rows 6–9)."""

from django.utils import timezone
from django.utils.translation import pgettext_lazy

from opentwinning.core.actor import Actor, Role
from opentwinning.core.clock import now
from opentwinning.core.components.formats import day_in_words
from opentwinning.core.verdicts import Verdict, granted, hidden, refused
from opentwinning.people.accounts.queries import actor_of
from opentwinning.people.educators.models import Ambassador, Educator, RoleReview
from opentwinning.people.support.queries import is_in_charge, officers_of

_ANOTHER = pgettext_lazy("roles", "Another officer must look at your refusal.")
_REGION_FIRST = pgettext_lazy("validation", "The regional officer may answer first, until %(day)s.")
_OFFICIAL = (
    Role.NATIONAL_OFFICER,
    Role.REGIONAL_OFFICER,
    Role.CENTRAL_OFFICER,
    Role.OPERATOR,
)


def may_edit_educator(actor: Actor, educator: Educator) -> Verdict:
    """Only the person herself."""
    if actor.account_id is not None and educator.account_id == actor.account_id:
        return granted()
    return hidden()


def may_see_educator(actor: Actor, educator: Educator) -> Verdict:
    """Herself; validated colleagues when she is validated and visible; officers in charge (A15)."""
    if actor.account_id is not None and educator.account_id == actor.account_id:
        return granted()
    if actor.is_a(Role.NATIONAL_OFFICER, Role.CENTRAL_OFFICER) and is_in_charge(
        actor, educator.country
    ):
        return granted()
    if actor.is_a(Role.VALIDATED, Role.NATIONAL_OFFICER, Role.CENTRAL_OFFICER):
        return granted() if educator.is_validated and educator.is_visible else hidden()
    return hidden()


def may_validate_educator(actor: Actor, educator: Educator) -> Verdict:
    """An officer of the educator's country, never about herself (B13), and about a refusal for the
    role somebody else than who refused, where there is somebody else; not while a regional officer
    may still answer (X-06)."""
    if not is_in_charge(actor, educator.country):
        return hidden()
    if educator.account_id == actor.account_id:
        return refused(pgettext_lazy("validation", "You cannot decide about yourself."))
    until = educator.with_region_until
    if until is not None and until > now():
        day = day_in_words(timezone.localdate(until), weekday=False)
        return refused(str(_REGION_FIRST) % {"day": day})
    review = open_review(educator)
    is_own = review is not None and review.refused_by_account_id == actor.account_id
    if review is not None and is_own and others_in_charge(educator, review):
        return refused(_ANOTHER)
    return granted()


def open_review(educator: Educator) -> RoleReview | None:
    """The second look that waits; asked only of those who were refused for their role."""
    if not educator.refused_for_role:
        return None
    return RoleReview.objects.filter(educator=educator, answered_at=None).first()


def others_in_charge(educator: Educator, review: RoleReview) -> list[int]:
    """Who may answer a review besides the officer who refused: colleagues, else the centre."""
    return besides(educator, review, officers_of(educator.country), officers_of(""))


def besides(
    educator: Educator, review: RoleReview, colleagues: list[int], centre: list[int]
) -> list[int]:
    """The colleagues without the officer who refused and the educator herself; else the centre."""
    not_them = {review.refused_by_account_id, educator.account_id}
    others = [each for each in colleagues if each not in not_them]
    return others or [each for each in centre if each not in not_them]


def may_turn_role_away(actor: Actor, educator: Educator) -> Verdict:
    """The house itself, when the list of the country leaves the role out (C-13)."""
    return granted() if actor.is_a(Role.SYSTEM) else hidden()


def may_suspend_educator(actor: Actor, educator: Educator) -> Verdict:
    """Officers of her country, the centre, the operator (row 11); nobody herself. An officer or an
    operator is suspended by the centre or an operator only. Pupils have no account to suspend."""
    if actor.account_id is not None and educator.account_id == actor.account_id:
        return refused(pgettext_lazy("suspension", "You cannot decide about yourself."))
    if actor.is_a(Role.CENTRAL_OFFICER, Role.OPERATOR, Role.SYSTEM):
        return granted()
    if not is_in_charge(actor, educator.country):
        return hidden()
    if actor_of(educator.account).is_a(*_OFFICIAL):
        return refused(pgettext_lazy("suspension", "Only the central office may do this."))
    return granted()


def may_lapse_validation(actor: Actor, educator: Educator) -> Verdict:
    """The nightly job, when the time is over (H1)."""
    over = educator.validated_until is not None and educator.validated_until <= now()
    return granted() if actor.is_a(Role.SYSTEM) and over else hidden()


def may_appoint_ambassadors(actor: Actor, country: str) -> Verdict:
    """Officers of the country, and the centre (A-15)."""
    return granted() if is_in_charge(actor, country) else hidden()


def may_end_ambassador(actor: Actor, ambassador: Ambassador) -> Verdict:
    """The office, or the ambassador herself."""
    if actor.account_id is not None and ambassador.educator.account_id == actor.account_id:
        return granted()
    return may_appoint_ambassadors(actor, ambassador.country)


def may_keep_with_region(actor: Actor) -> Verdict:
    """The house itself, when the step of the region begins or ends."""
    return granted() if actor.is_a(Role.SYSTEM) else hidden()
