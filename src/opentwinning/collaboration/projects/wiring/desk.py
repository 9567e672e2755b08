"""The desk's queue "Projects to approve" (page 97), figures, and the rules of the programme."""

from django.utils.translation import pgettext_lazy

from opentwinning.collaboration.projects.queries import approvals_waiting_for
from opentwinning.collaboration.projects.queries.figures import active_count, national_count
from opentwinning.core.actor import Actor, Role
from opentwinning.core.addresses import reverse
from opentwinning.core.places import (
    COUNTRY_FIGURES,
    DESK_MENU,
    LONGEST_QUEUE,
    QUEUES,
    CountryFigure,
    MenuEntry,
    Queue,
    QueueItem,
)


def waiting(actor: Actor) -> list[QueueItem]:
    return [
        QueueItem(
            title=approval.project.title,
            url=reverse("projects:decide", args=[approval.project.ref]),
            country=approval.country,
            waiting_since=approval.waiting_since,
        )
        for approval in approvals_waiting_for(actor)[:LONGEST_QUEUE]
    ]


def count(actor: Actor) -> int:
    return approvals_waiting_for(actor).count()


QUEUES.add(
    Queue(
        key="projects",
        label=pgettext_lazy("desk", "Projects to approve"),
        empty=pgettext_lazy("desk", "No project waits for your decision."),
        icon="clipboard-check",
        items=waiting,
        count=count,
    ),
    order=20,
)

DESK_MENU.add(
    MenuEntry(
        pgettext_lazy("desk", "Rules for projects"),
        "projects:rules",
        "scale",
        lambda actor: actor.is_a(Role.CENTRAL_OFFICER),
    ),
    order=85,
)
COUNTRY_FIGURES.add(
    CountryFigure(pgettext_lazy("figures", "Active projects with a partner"), active_count),
    order=20,
)
COUNTRY_FIGURES.add(
    CountryFigure(pgettext_lazy("figures", "Active national projects"), national_count), order=20
)
