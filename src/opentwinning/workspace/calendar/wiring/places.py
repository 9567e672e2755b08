"""The calendar in the menu of a space; what comes next on its home and on Today."""

from typing import Any

from django.utils.translation import pgettext_lazy

from opentwinning.core.actor import Actor
from opentwinning.core.addresses import reverse
from opentwinning.core.places import PANELS, SPACE_TOOLS, Panel, SpaceTool
from opentwinning.workspace.calendar.queries import (
    coming_events,
    coming_for,
    elsewhere,
    span_in_words,
    zones_of,
)
from opentwinning.workspace.calendar.vocabulary import NEXT_SHOWN
from opentwinning.workspace.spaces.queries import Presence, frame_of

SPACE_TOOLS.add(
    SpaceTool(
        label=pgettext_lazy("space menu", "Calendar"),
        url_name="calendar:calendar",
        icon="calendar-days",
        visible_to=lambda presence: True,
    ),
    order=45,
)


def in_space(_actor: Actor, presence: Presence) -> dict[str, Any] | None:
    """The next events, by the reader's clock and those of partners."""
    found = coming_events(presence)
    coming = [each for each in found if not each.is_cancelled][:NEXT_SHOWN]
    if not coming:
        return None
    zones = zones_of(frame_of(presence.space).countries)
    rows = [
        {
            "title": each.title,
            "url": reverse("calendar:event", args=[each.ref]),
            "when": span_in_words(each),
            "where": each.where,
            "elsewhere": elsewhere(each, zones),
        }
        for each in coming
    ]
    return {"next": rows[0], "later": rows[1:], "space_ref": presence.space.ref}


def on_today(actor: Actor, _subject: Actor) -> dict[str, Any] | None:
    """The next two weeks in all her spaces."""
    rows = [
        {
            "title": each.title,
            "url": reverse("calendar:event", args=[each.ref]),
            "when": span_in_words(each),
            "space": each.space.title,
        }
        for each in coming_for(actor)
    ]
    return {"rows": rows} if rows else None


PANELS.add(Panel("space_home", "calendar/next.html", in_space), order=10)
PANELS.add(Panel("today", "calendar/today.html", on_today), order=20)
