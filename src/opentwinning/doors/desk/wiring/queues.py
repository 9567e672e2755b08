"""Validations that wait. The page behind stands here, since its evidence comes from many apps."""

from django.utils.translation import pgettext, pgettext_lazy

from opentwinning.core.actor import Actor
from opentwinning.core.addresses import reverse
from opentwinning.core.places import LONGEST_QUEUE, QUEUES, Queue, QueueItem
from opentwinning.people.educators.models import Educator
from opentwinning.people.educators.queries import educators_waiting_for, waiting_count
from opentwinning.people.organisations.models import Organisation
from opentwinning.people.organisations.queries import organisations_of


def items(actor: Actor) -> list[QueueItem]:
    """The oldest educators who wait, with their school: two queries."""
    waiting = list(educators_waiting_for(actor)[:LONGEST_QUEUE])
    schools = organisations_of(waiting)
    return [
        QueueItem(
            title=educator.name,
            url=reverse("desk:validation", args=[educator.ref]),
            country=educator.country,
            waiting_since=educator.waiting_since or educator.created_at,
            detail=_detail(educator, schools),
        )
        for educator in waiting
    ]


def _detail(educator: Educator, schools: dict[int, Organisation]) -> str:
    """The school, and whether she was validated before."""
    school = schools[educator.pk].name if educator.pk in schools else ""
    renewal = pgettext("desk", "Asks for renewal") if educator.asks_renewal else ""
    role = pgettext("desk", "Refused for the role before") if educator.refused_for_role else ""
    return " · ".join(part for part in (renewal, role, school) if part)


QUEUES.add(
    Queue(
        key="validations",
        label=pgettext_lazy("desk", "Teachers to validate"),
        empty=pgettext_lazy("desk", "No teacher waits for validation."),
        icon="badge-check",
        items=items,
        count=waiting_count,
    ),
    order=100,
)
