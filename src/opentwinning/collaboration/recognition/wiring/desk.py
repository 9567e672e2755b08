"""Queues of the officers: applications to give away, applications to decide."""

from django.utils.translation import pgettext_lazy

from opentwinning.collaboration.recognition.models import LabelApplication
from opentwinning.collaboration.recognition.queries import applications_waiting_for
from opentwinning.collaboration.recognition.vocabulary import ApplicationState
from opentwinning.core.actor import Actor, Role
from opentwinning.core.addresses import reverse
from opentwinning.core.places import DESK_MENU, LONGEST_QUEUE, QUEUES, MenuEntry, Queue, QueueItem


def _items(actor: Actor, state: ApplicationState) -> list[QueueItem]:
    waiting = applications_waiting_for(actor, frozenset({state}))
    return [_item(row) for row in waiting[:LONGEST_QUEUE]]


def _item(row: LabelApplication) -> QueueItem:
    return QueueItem(
        title=row.project.title,
        url=reverse("recognition:decide", args=[row.ref]),
        country=row.window.country,
        waiting_since=row.submitted_at or row.created_at,
        detail=row.educator.name,
    )


def _queue(key: str, label: object, empty: object, state: ApplicationState) -> Queue:
    return Queue(
        key=key,
        label=label,  # type: ignore[arg-type]  # a lazy sentence
        empty=empty,  # type: ignore[arg-type]  # a lazy sentence
        icon="award",
        items=lambda actor: _items(actor, state),
        count=lambda actor: applications_waiting_for(actor, frozenset({state})).count(),
    )


QUEUES.add(
    _queue(
        "label_applications",
        pgettext_lazy("desk", "Label applications to assign"),
        pgettext_lazy("desk", "No application waits for an assessor."),
        ApplicationState.SUBMITTED,
    ),
    order=300,
)
QUEUES.add(
    _queue(
        "label_decisions",
        pgettext_lazy("desk", "Labels to decide"),
        pgettext_lazy("desk", "No assessed application waits for your decision."),
        ApplicationState.ASSESSED,
    ),
    order=310,
)
DESK_MENU.add(
    MenuEntry(
        pgettext_lazy("desk", "European label"),
        "recognition:european",
        "award",
        lambda actor: actor.is_a(Role.CENTRAL_OFFICER),
    ),
    order=75,
)
