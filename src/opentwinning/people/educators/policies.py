"""Who may see, edit and validate educators (matrix rows 6–9)."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.actor import Actor, Role
from opentwinning.core.clock import now
from opentwinning.core.verdicts import Verdict, granted, hidden, refused
from opentwinning.people.educators.models import Educator
from opentwinning.people.support.queries import is_in_charge


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
    """An officer of the educator's country, never about herself (B13)."""
    if not is_in_charge(actor, educator.country):
        return hidden()
    if educator.account_id == actor.account_id:
        return refused(pgettext_lazy("validation", "You cannot decide about yourself."))
    return granted()


def may_lapse_validation(actor: Actor, educator: Educator) -> Verdict:
    """The nightly job, when the time is over (H1)."""
    over = educator.validated_until is not None and educator.validated_until <= now()
    return granted() if actor.is_a(Role.SYSTEM) and over else hidden()
