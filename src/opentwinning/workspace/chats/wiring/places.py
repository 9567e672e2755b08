"""Chats in the menu of a space, and on its home while one is open."""

from typing import Any

from django.utils.translation import pgettext_lazy

from opentwinning.core.actor import Actor
from opentwinning.core.addresses import reverse
from opentwinning.core.places import PANELS, SPACE_TOOLS, Panel, SpaceTool
from opentwinning.workspace.chats.queries import lively_chats
from opentwinning.workspace.spaces.queries import Presence

SPACE_TOOLS.add(
    SpaceTool(
        label=pgettext_lazy("space menu", "Chats"),
        url_name="chats:chats",
        icon="message-circle",
        visible_to=lambda presence: not presence.space.is_brought,
    ),
    order=42,
)


def open_now(_actor: Actor, presence: Presence) -> dict[str, Any] | None:
    """The chats that are open at this moment, and for teachers those where somebody waits."""
    rows = [
        {
            "title": line.chat.title,
            "url": reverse("chats:chat", args=[line.chat.ref]),
            "waiting": line.waiting if presence.member.is_adult else 0,
            "is_open": line.watch.door.is_open,
        }
        for line in lively_chats(presence)
    ]
    return {"rows": rows} if rows else None


PANELS.add(Panel("space_home", "chats/open_now.html", open_now), order=5)
