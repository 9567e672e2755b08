"""Meetings in the menu of a space, in its calendar, and on its home when one is near."""

import datetime as dt
from typing import Any

from django.utils.translation import pgettext, pgettext_lazy

from opentwinning.core.actor import Actor
from opentwinning.core.addresses import reverse
from opentwinning.core.clock import now
from opentwinning.core.components.formats import moment_in_words
from opentwinning.core.places import DEADLINES, PANELS, SPACE_TOOLS, Deadline, Panel, SpaceTool
from opentwinning.workspace.meetings.queries import meetings_between
from opentwinning.workspace.spaces.queries import Presence

BEFORE, AHEAD, SHOWN = dt.timedelta(hours=2), dt.timedelta(days=2), 2

SPACE_TOOLS.add(
    SpaceTool(
        label=pgettext_lazy("space menu", "Meetings"),
        url_name="meetings:meetings",
        icon="video",
        visible_to=lambda presence: not presence.space.is_brought,
    ),
    order=46,
)


@DEADLINES.add
def planned(presence: Presence, first: dt.datetime, last: dt.datetime) -> list[Deadline]:
    """Meetings on the calendar."""
    return [
        Deadline(
            title=each.title,
            url=reverse("meetings:meeting", args=[each.ref]),
            at=each.begins_at,
            label=pgettext("meeting", "Meeting"),
            icon="video",
            ref=each.ref,
            ends_at=each.ends_at,
        )
        for each in meetings_between(presence, first, last)
    ]


def on_home(_actor: Actor, presence: Presence) -> dict[str, Any] | None:
    """What is now or within two days."""
    at = now()
    rows = [
        {
            "title": each.title,
            "url": reverse("meetings:meeting", args=[each.ref]),
            "when": moment_in_words(each.begins_at),
        }
        for each in meetings_between(presence, at - BEFORE, at + AHEAD)[: SHOWN + 1]
        if each.ends_at > at
    ]
    return {"rows": rows[:SHOWN]} if rows else None


PANELS.add(Panel("space_home", "meetings/soon.html", on_home), order=6)
