"""Walls in the menu and on profiles."""

from typing import Any

from django.utils.translation import pgettext_lazy

from opentwinning.community.networking.policies import is_own
from opentwinning.community.walls.queries import newest_on
from opentwinning.core.actor import Actor, Role
from opentwinning.core.places import MENU, PANELS, MenuEntry, Panel
from opentwinning.people.educators.models import Educator


def is_validated(actor: Actor) -> bool:
    return actor.is_a(Role.VALIDATED)


MENU.add(
    MenuEntry(
        pgettext_lazy("menu", "Wall"), "walls:stream", "notebook-pen", is_validated, ("walls",)
    ),
    order=35,
)


def on_profile(actor: Actor, educator: Educator) -> dict[str, Any] | None:
    """The newest posts the reader may see; nothing where there are none."""
    posts = newest_on(actor, educator)
    mine = is_own(actor, educator) and is_validated(actor)
    return {"posts": posts, "owner": educator, "is_mine": mine} if posts or mine else None


PANELS.add(Panel("educator", "walls/on_profile.html", on_profile), order=20)
