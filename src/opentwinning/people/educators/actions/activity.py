"""What is known about how somebody answers."""

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.people.educators.models import Educator


@action
def keep_answer_rate(*, by: Actor, educator_id: int, rate: int | None) -> None:
    """Percent of contact requests she answered, counted by a higher app; None: too few to say."""
    educator = Educator.objects.select_for_update().get(pk=educator_id)
    before, educator.answer_rate = educator.answer_rate, rate
    educator.save(update_fields=["answer_rate"])
    note(educator, before=before, after=rate)
