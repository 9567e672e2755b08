"""Activities in the menu of a space, and what to do now on its home."""

import datetime as dt
from typing import Any

from django.utils.translation import pgettext, pgettext_lazy

from opentwinning.core.actor import Actor
from opentwinning.core.addresses import reverse
from opentwinning.core.components.formats import moment_in_words
from opentwinning.core.places import (
    DEADLINES,
    PANELS,
    SPACE_TOOLS,
    Deadline,
    Panel,
    SpaceTool,
)
from opentwinning.workspace.activities.queries import due_between, to_do_for, waiting_for
from opentwinning.workspace.spaces.queries import Presence

SHOWN = 4

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
    """For pupils what they have not handed in, for teachers what is open and what waits."""
    rows, waiting = to_do_for(presence), waiting_for(presence)
    if not rows and not waiting:
        return None
    return {
        "rows": [
            {
                "title": each.title,
                "url": reverse("activities:activity", args=[each.ref]),
                "due": pgettext("activity", "Due %(due)s") % {"due": moment_in_words(each.due_at)}
                if each.due_at
                else "",
            }
            for each in rows[:SHOWN]
        ],
        "waiting": waiting,
        "space_ref": presence.space.ref,
    }


PANELS.add(Panel("space_home", "activities/on_home.html", on_home), order=7)


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
        )
        for each, at in due_between(presence, first, last)
    ]
