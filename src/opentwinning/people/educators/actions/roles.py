"""A role that may not join is told so, can be changed, or looked at again (C-13, pain 26)."""

from django.utils.translation import override, pgettext, pgettext_lazy

from opentwinning.core.actions import action, note
from opentwinning.core.actor import SYSTEM, Actor
from opentwinning.core.clock import now
from opentwinning.core.events import emit
from opentwinning.core.verdicts import Invalid, deny_unless
from opentwinning.core.vocabulary import label
from opentwinning.people.educators.actions.moving import step
from opentwinning.people.educators.events import (
    EducatorRefused,
    RoleReviewAsked,
    ValidationRequested,
)
from opentwinning.people.educators.models import Educator, RoleReview
from opentwinning.people.educators.policies import (
    may_edit_educator,
    may_turn_role_away,
    others_in_charge,
)
from opentwinning.people.educators.queries.roles import may_ask_review, may_role_join
from opentwinning.people.educators.queries.validation import steps_of
from opentwinning.people.educators.vocabulary import CHECKED, ValidationState

_CLOSED = pgettext_lazy(
    "roles", "In your country this role joins only after a review. Ask your support organisation."
)


@action
def turn_role_away(*, by: Actor, educator: Educator) -> Educator:
    """The list of her country leaves her role out: she reads why, and what she can do."""
    deny_unless(may_turn_role_away(by, educator))
    with override(educator.account.language):
        message = pgettext(
            "roles", "The role “%(role)s” does not join in your country at present."
        ) % {"role": label("professions", educator.profession)}
    educator = step(educator, ValidationState.REFUSED, by, message)
    mark_role(educator, refused=educator.profession)
    emit(EducatorRefused(educator.pk, educator.account_id, message))
    return educator


@action
def ask_role_review(*, by: Actor, educator: Educator, message: str) -> RoleReview:
    """Once for each role: she says why it should join, and waits in the queue again. Whoever
    refused leaves it to somebody else, where there is somebody else."""
    deny_unless(may_edit_educator(by, educator))
    if not message.strip():
        raise Invalid(pgettext_lazy("validation", "Write your answer."), "message")
    educator = Educator.objects.select_for_update().select_related("account").get(pk=educator.pk)
    if not may_ask_review(educator):
        raise Invalid(pgettext_lazy("roles", "This role was looked at again already."))
    refusal = steps_of(educator).filter(state=ValidationState.REFUSED).order_by("-pk").first()
    review = RoleReview.objects.create(
        educator=educator,
        role=educator.profession,
        message=message,
        refused_by_account_id=refusal.by_account_id if refusal else None,
    )
    step(educator, ValidationState.WAITING, by, message)
    note(educator, role=review.role)
    emit(RoleReviewAsked(educator_id=educator.pk, told=tuple(others_in_charge(educator, review))))
    emit(ValidationRequested(educator_id=educator.pk, country=educator.country))
    return review


def check_role(educator: Educator) -> bool:
    """Part of an action that has put her into the queue: False when her role is turned away."""
    if may_role_join(educator):
        return True
    turn_role_away(by=SYSTEM, educator=educator)
    educator.refresh_from_db()
    return False


def follow_role(by: Actor, educator: Educator, before: str) -> None:
    """Part of editing a profile: she chose another role than ``before``. A checked educator takes
    only one that may join; one who was refused for the old role is in the queue again at once."""
    state = ValidationState(educator.validation_state)
    if state in CHECKED and not may_role_join(educator):
        raise Invalid(_CLOSED, "profession")
    if educator.refused_for_role == before:
        RoleReview.objects.filter(educator=educator, answered_at=None).update(answered_at=now())
        mark_role(educator, refused="")
        if state == ValidationState.REFUSED:
            state = ValidationState.WAITING
            step(educator, state, by, "")
            if may_role_join(educator):
                emit(ValidationRequested(educator_id=educator.pk, country=educator.country))
    if state == ValidationState.WAITING:
        check_role(educator)


def close_review(educator: Educator, *, is_accepted: bool) -> None:
    """Part of a decision: it answers the review that waits, if one does."""
    waiting = RoleReview.objects.filter(educator=educator, answered_at=None)
    waiting.update(answered_at=now(), is_accepted=is_accepted)


def mark_role(educator: Educator, *, refused: str, accepted: str | None = None) -> None:
    """Remember for which role she was refused (or none), and which one was accepted for her."""
    educator.refused_for_role = refused
    if accepted is not None:
        educator.accepted_role = accepted
    educator.save(update_fields=["refused_for_role", "accepted_role"])
