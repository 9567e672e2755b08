"""Activities in the menu of a space, and what to do now on its home."""

import datetime as dt
from typing import Any

from django.utils import timezone
from django.utils.translation import pgettext, pgettext_lazy

from opentwinning.core.actor import Actor
from opentwinning.core.addresses import reverse
from opentwinning.core.clock import now, today
from opentwinning.core.components.formats import moment_in_words
from opentwinning.core.places import (
    DEADLINES,
    PANELS,
    SPACE_TOOLS,
    Deadline,
    Panel,
    SpaceTool,
)
from opentwinning.workspace.activities.queries import (
    Task,
    due_between,
    to_do_for,
    waiting_for,
)
from opentwinning.workspace.activities.vocabulary import HAND_IN_LABELS, HandInState
from opentwinning.workspace.spaces.queries import Presence

SHOWN, SHOWN_TO_YOUNG = 4, 3

SPACE_TOOLS.add(
    SpaceTool(
        label=pgettext_lazy("space menu", "Activities"),
        url_name="activities:activities",
        icon="list-checks",
        visible_to=lambda presence: True,
    ),
    order=5,
)


def on_home(_actor: Actor, presence: Presence) -> dict[str, Any] | None:
    """For pupils what they have not handed in, what came back and what was approved; for teachers
    what is open and what waits."""
    tasks, waiting = to_do_for(presence), waiting_for(presence)
    if not tasks and not waiting:
        return None
    rows = [_row(each) for each in tasks[:SHOWN]]
    return {"rows": rows, "waiting": waiting, "space_ref": presence.space.ref}


def on_young_home(_actor: Actor, presence: Presence) -> dict[str, Any] | None:
    """The youngest read one line for each thing, below their three tiles."""
    tasks = to_do_for(presence)
    return {"rows": [_row(each) for each in tasks[:SHOWN_TO_YOUNG]]} if tasks else None


def _row(task: Task) -> dict[str, Any]:
    activity = task.activity
    due = moment_in_words(activity.due_at) if activity.due_at else ""
    return {
        "title": activity.title,
        "language": activity.language,
        "url": reverse("activities:activity", args=[activity.ref]),
        "due": pgettext("activity", "Due %(due)s") % {"due": due} if due else "",
        "tag": _tag(task),
    }


def _tag(task: Task) -> dict[str, Any] | None:
    """What a pupil must not miss: it came back, it was approved, it is due."""
    if task.state:
        state = HandInState(task.state)
        tone = "success" if state == HandInState.APPROVED else "warning"
        return {"label": HAND_IN_LABELS[state], "tone": tone}
    due = task.activity.due_at
    days = (timezone.localtime(due).date() - today()).days if due and due > now() else None
    if days == 0:
        return {"label": pgettext("activity", "Due today"), "tone": "warning"}
    if days == 1:
        return {"label": pgettext("activity", "Due tomorrow"), "tone": "warning"}
    return None


PANELS.add(Panel("space_home", "activities/on_home.html", on_home), order=7)
PANELS.add(Panel("young_home", "activities/on_young_home.html", on_young_home), order=7)


@DEADLINES.add
def due(presence: Presence, first: dt.datetime, last: dt.datetime) -> list[Deadline]:
    """What is to be handed in, on the calendar."""
    return [
        Deadline(
            title=each.title,
            url=reverse("activities:activity", args=[each.ref]),
            at=at,
            label=pgettext("activity", "To be handed in"),
            icon="list-checks",
            language=each.language,
            ref=each.ref,
        )
        for each, at in due_between(presence, first, last)
    ]
