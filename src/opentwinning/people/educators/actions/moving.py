"""From one state of the validation to the next."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.actions import note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.transitions import move
from opentwinning.core.verdicts import Invalid
from opentwinning.people.educators.models import Educator, ValidationStep
from opentwinning.people.educators.vocabulary import (
    DECISIONS,
    IN_QUEUE,
    TRANSITIONS,
    ValidationState,
)

_NOT_NOW = pgettext_lazy("validation", "This was already decided. Reload the page.")


class _Moving:
    """``move`` works on ``state``; an educator calls it ``validation_state``."""

    def __init__(self, state: str) -> None:
        self.state = state


def step(educator: Educator, to: ValidationState, by: Actor, message: str) -> Educator:
    """Part of an action: the new state, a step of the history, the queue's clock."""
    educator = Educator.objects.select_for_update().select_related("account").get(pk=educator.pk)
    if educator.is_validated and not educator.asks_renewal and to in DECISIONS:
        raise Invalid(_NOT_NOW)
    moving = _Moving(educator.validation_state)
    left = move(moving, to=to, table=TRANSITIONS, sentence=_NOT_NOW)
    waited_since = educator.waiting_since if to in DECISIONS else None
    educator.validation_state = to
    educator.waiting_since = (educator.waiting_since or now()) if to in IN_QUEUE else None
    if to not in IN_QUEUE:
        educator.with_region_until = None
    educator.save(update_fields=["validation_state", "waiting_since", "with_region_until"])
    ValidationStep.objects.create(
        educator=educator,
        state=to,
        message=message,
        by_account_id=by.account_id,
        at=now(),
        waited_since=waited_since,
    )
    note(educator, before=left, after=to)
    return educator
