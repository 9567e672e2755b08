"""Talk in the menu of a space, and beside staff notes and the pupils' wall."""

from typing import Any

from django.utils.translation import pgettext_lazy

from opentwinning.core.actor import Actor
from opentwinning.core.places import PANELS, SPACE_TOOLS, Panel, SpaceTool
from opentwinning.workspace.forums.policies import may_open_thread
from opentwinning.workspace.forums.queries import latest_threads
from opentwinning.workspace.spaces.queries import Presence
from opentwinning.workspace.spaces.vocabulary import SpacePlace

SPACE_TOOLS.add(
    SpaceTool(
        label=pgettext_lazy("space menu", "Talk"),
        url_name="forums:talk",
        icon="messages-square",
        visible_to=lambda presence: True,
    ),
    order=30,
)


def _panel(place: SpacePlace) -> Panel:
    def context(actor: Actor, presence: Presence) -> dict[str, Any] | None:
        if not presence.may_read(place):
            return None
        may_open = may_open_thread(presence.member, presence.space, place)
        return {
            "threads": latest_threads(presence, place),
            "place": str(place),
            "space_ref": presence.space.ref,
            "may_open": bool(may_open),
        }

    return Panel(place=str(place), template="forums/panel.html", context=context)


PANELS.add(_panel(SpacePlace.STAFF_ROOM))
PANELS.add(_panel(SpacePlace.PUPIL_CORNER))
