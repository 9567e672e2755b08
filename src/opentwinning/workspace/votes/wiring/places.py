"""Polls in the menu of a space, and those that wait for one's vote on its home."""

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
from opentwinning.workspace.spaces.queries import Presence
from opentwinning.workspace.votes.queries import asked_of, closing_between

SHOWN = 3

SPACE_TOOLS.add(
    SpaceTool(
        label=pgettext_lazy("space menu", "Polls"),
        url_name="votes:polls",
        icon="vote",
        visible_to=lambda presence: not presence.space.is_brought,
    ),
    order=47,
)


def on_home(_actor: Actor, presence: Presence) -> dict[str, Any] | None:
    """What waits for the reader's vote."""
    found = asked_of(presence)[:SHOWN]
    if not found:
        return None
    return {
        "rows": [
            {
                "title": each.title,
                "url": reverse("votes:poll", args=[each.ref]),
                "icon": "calendar-clock" if each.is_time else "vote",
                "until": pgettext("poll", "Open until %(moment)s")
                % {"moment": moment_in_words(each.closes_at)}
                if each.closes_at
                else "",
            }
            for each in found
        ],
        "space_ref": presence.space.ref,
    }


PANELS.add(Panel("space_home", "votes/on_home.html", on_home), order=8)


@DEADLINES.add
def due(presence: Presence, first: dt.datetime, last: dt.datetime) -> list[Deadline]:
    """Until when one can vote, on the calendar."""
    return [
        Deadline(
            title=each.title,
            url=reverse("votes:poll", args=[each.ref]),
            at=at,
            label=pgettext("poll", "The poll closes"),
            icon="vote",
            language=each.language,
            ref=each.ref,
        )
        for each, at in closing_between(presence, first, last)
    ]
