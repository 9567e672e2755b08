"""The conversation that ends with a validation (X-01…X-04)."""

import datetime as dt
from datetime import timedelta

from django.utils.translation import pgettext_lazy

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor, Role
from opentwinning.core.clock import now
from opentwinning.core.events import emit
from opentwinning.core.verdicts import Invalid, deny_unless
from opentwinning.people.accounts.actions import grant_capacity, revoke_capacity
from opentwinning.people.accounts.models import Capacity
from opentwinning.people.educators.actions.moving import step
from opentwinning.people.educators.actions.roles import check_role, close_review, mark_role
from opentwinning.people.educators.events import (
    EducatorAsked,
    EducatorRefused,
    EducatorValidated,
    SchoolChanged,
    ValidationRequested,
)
from opentwinning.people.educators.models import Educator
from opentwinning.people.educators.policies import (
    may_edit_educator,
    may_lapse_validation,
    may_validate_educator,
)
from opentwinning.people.educators.queries.validation import can_renew
from opentwinning.people.educators.vocabulary import (
    AFTER_CHANGE,
    RIGHTS_GO_ON,
    SchoolChange,
    ValidationState,
)
from opentwinning.people.support.queries import rules_of

_NOT_YET = pgettext_lazy("validation", "There is nothing to renew now.")


@action
def request_validation(*, by: Actor, educator: Educator, message: str = "") -> Educator:
    """The profile has a school: put it into the office's queue, unless the list of the country
    leaves her role out (C-13)."""
    deny_unless(may_edit_educator(by, educator))
    educator = step(educator, ValidationState.WAITING, by, message)
    if check_role(educator):
        emit(ValidationRequested(educator_id=educator.pk, country=educator.country))
    return educator


@action
def answer_office(*, by: Actor, educator: Educator, message: str) -> Educator:
    """The educator answers what the office asked, or asks again after a refusal."""
    deny_unless(may_edit_educator(by, educator))
    if not message.strip():
        raise Invalid(pgettext_lazy("validation", "Write your answer."), "message")
    educator = step(educator, ValidationState.WAITING, by, message)
    emit(ValidationRequested(educator_id=educator.pk, country=educator.country))
    return educator


@action
def validate_educator(*, by: Actor, educator: Educator, message: str = "") -> Educator:
    """The office says yes, for as long as the rules of its country say (H1)."""
    deny_unless(may_validate_educator(by, educator))
    until = now() + timedelta(days=rules_of(educator.country).months * 365 // 12)
    is_renewal = Educator.objects.get(pk=educator.pk).asks_renewal
    educator = step(educator, ValidationState.VALIDATED, by, message)
    educator.validated_until = until
    educator.save(update_fields=["validated_until"])
    if educator.refused_for_role:
        close_review(educator, is_accepted=True)
        mark_role(educator, refused="", accepted=educator.profession)
    grant_capacity(by=by, account=educator.account, role=Role.VALIDATED, until=until)
    emit(EducatorValidated(educator.pk, educator.account_id, is_renewal=is_renewal))
    return educator


@action
def ask_educator(*, by: Actor, educator: Educator, message: str) -> Educator:
    """The office wants to know something first."""
    deny_unless(may_validate_educator(by, educator))
    if not message.strip():
        raise Invalid(pgettext_lazy("validation", "Write what you need to know."), "message")
    educator = step(educator, ValidationState.ASKED, by, message)
    emit(EducatorAsked(educator.pk, educator.account_id, message))
    return educator


@action
def refuse_educator(
    *, by: Actor, educator: Educator, message: str, is_role: bool = False
) -> Educator:
    """The office says no, always with a reason; rights that went on end at once. ``is_role``: the
    role is the reason, so she may choose another one or ask for a review (pain 26)."""
    deny_unless(may_validate_educator(by, educator))
    if not message.strip():
        raise Invalid(pgettext_lazy("validation", "Write the reason."), "message")
    educator = step(educator, ValidationState.REFUSED, by, message)
    close_review(educator, is_accepted=False)
    mark_role(educator, refused=educator.profession if is_role else "")
    note(educator, is_role=is_role)
    if Capacity.objects.filter(account=educator.account_id, role=Role.VALIDATED).exists():
        revoke_capacity(by=by, account=educator.account, role=Role.VALIDATED)
    emit(EducatorRefused(educator.pk, educator.account_id, message))
    return educator


@action
def renew_validation(*, by: Actor, educator: Educator) -> Educator:
    """One press of the educator: she still works there. A validation that holds goes on meanwhile;
    one that has lapsed waits like a new one, and nothing is lost (H1)."""
    deny_unless(may_edit_educator(by, educator))
    educator = Educator.objects.select_for_update().select_related("account").get(pk=educator.pk)
    if not can_renew(educator):
        raise Invalid(_NOT_YET)
    if educator.is_validated:
        educator.waiting_since = now()
        educator.save(update_fields=["waiting_since"])
        note(educator)
    else:
        educator = step(educator, ValidationState.WAITING, by, "")
    emit(ValidationRequested(educator_id=educator.pk, country=educator.country))
    return educator


@action
def lapse_validation(*, by: Actor, educator: Educator) -> Educator:
    """Its time is over (H1): rights have ended with the capacity, now the state says so. Who has
    asked for a renewal goes on waiting for it."""
    deny_unless(may_lapse_validation(by, educator))
    asked_at = educator.waiting_since
    educator = step(educator, ValidationState.LAPSED, by, "")
    if asked_at is not None:
        educator = step(educator, ValidationState.WAITING, by, "")
        educator.waiting_since = asked_at
        educator.save(update_fields=["waiting_since"])
    return educator


@action
def check_again(*, by: Actor, educator: Educator, change: SchoolChange) -> Educator:
    """She works somewhere else now: the office checks her again (X-07). Her rights go on for as
    long as ``RIGHTS_GO_ON`` says, never longer than they would have."""
    deny_unless(may_edit_educator(by, educator))
    educator = step(educator, AFTER_CHANGE[change], by, "")
    note(educator, change=change)
    held = Capacity.objects.filter(account=educator.account_id, role=Role.VALIDATED).first()
    if held is not None:
        end = now() + RIGHTS_GO_ON[change]
        _shorten(by, educator, end if held.until is None else min(end, held.until))
    emit(SchoolChanged(educator.pk, educator.account_id, educator.country, change))
    return educator


def _shorten(by: Actor, educator: Educator, end: dt.datetime) -> None:
    if end <= now():
        revoke_capacity(by=by, account=educator.account, role=Role.VALIDATED)
    else:
        grant_capacity(by=by, account=educator.account, role=Role.VALIDATED, until=end)
