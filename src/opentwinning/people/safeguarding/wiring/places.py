"""Queues of the desk, its menu, one's own reports."""

from typing import Any

from django.utils.translation import pgettext_lazy

from opentwinning.core.actor import Actor, Role
from opentwinning.core.addresses import reverse
from opentwinning.core.places import (
    DESK_MENU,
    LONGEST_QUEUE,
    ME_MENU,
    PANELS,
    QUEUES,
    MenuEntry,
    Panel,
    Queue,
    QueueItem,
)
from opentwinning.people.safeguarding.queries import appeals_for, cases_for, reports_of
from opentwinning.people.safeguarding.vocabulary import reportable


def cases_waiting(actor: Actor) -> list[QueueItem]:
    return [
        QueueItem(
            title=case.title,
            url=reverse("safeguarding:case", args=[case.ref]),
            country=case.country,
            waiting_since=case.level_since,
            detail=_detail(case.kind, is_grave=case.is_grave),
        )
        for case in cases_for(actor)[:LONGEST_QUEUE]
    ]


def _detail(kind: str, *, is_grave: bool) -> str:
    declared = reportable(kind)
    grave = pgettext_lazy("safeguarding", "Serious")
    parts = [str(grave) if is_grave else "", str(declared.label) if declared else ""]
    return " · ".join(part for part in parts if part)


def appeals_waiting(actor: Actor) -> list[QueueItem]:
    return [
        QueueItem(
            title=statement.title,
            url=reverse("safeguarding:appeal", args=[statement.ref]),
            country=statement.country,
            waiting_since=statement.appealed_at or statement.at,
        )
        for statement in appeals_for(actor)[:LONGEST_QUEUE]
    ]


QUEUES.add(
    Queue(
        key="reports",
        label=pgettext_lazy("desk", "Reports"),
        empty=pgettext_lazy("desk", "No report waits."),
        icon="flag",
        items=cases_waiting,
        count=lambda actor: cases_for(actor).count(),
    ),
    order=50,
)
QUEUES.add(
    Queue(
        key="appeals",
        label=pgettext_lazy("desk", "Objections to decisions"),
        empty=pgettext_lazy("desk", "Nobody objects to a decision."),
        icon="scale",
        items=appeals_waiting,
        count=lambda actor: appeals_for(actor).count(),
    ),
    order=112,
)
DESK_MENU.add(
    MenuEntry(
        pgettext_lazy("desk", "Reports in figures"),
        "safeguarding:figures",
        "chart-column",
        lambda actor: actor.is_a(Role.NATIONAL_OFFICER, Role.CENTRAL_OFFICER),
    ),
    order=95,
)
DESK_MENU.add(
    MenuEntry(
        pgettext_lazy("desk", "Clocks of reports"),
        "safeguarding:clocks",
        "timer",
        lambda actor: actor.is_a(Role.CENTRAL_OFFICER),
    ),
    order=96,
)
DESK_MENU.add(
    MenuEntry(
        pgettext_lazy("desk", "Words to look at"),
        "safeguarding:words",
        "eye",
        lambda actor: actor.is_a(Role.CENTRAL_OFFICER),
    ),
    order=97,
)
ME_MENU.add(
    MenuEntry(
        pgettext_lazy("menu", "Reports"),
        "safeguarding:mine",
        "flag",
        lambda actor: actor.account_id is not None,
    ),
    order=55,
)


def told_by_me(actor: Actor, _subject: Any) -> dict[str, Any] | None:
    """Among a pupil's own things: what became of what she told."""
    return {"reported": True} if actor.is_pupil and reports_of(actor).exists() else None


PANELS.add(Panel("my_things", "safeguarding/on_my_things.html", told_by_me), order=900)
