"""In the menu, and on the profile of who shared."""

from typing import Any

from django.utils.translation import pgettext_lazy

from opentwinning.community.resources.policies import may_browse_resources
from opentwinning.community.resources.queries import resources_of
from opentwinning.core.actor import Actor, Role
from opentwinning.core.places import MENU, PANELS, MenuEntry, Panel
from opentwinning.people.educators.models import Educator

MENU.add(
    MenuEntry(
        label=pgettext_lazy("menu", "Resources"),
        url_name="resources:resources",
        icon="library",
        visible_to=lambda actor: actor.is_a(Role.VALIDATED),
        namespaces=("resources",),
    ),
    order=60,
)


def on_profile(actor: Actor, educator: Educator) -> dict[str, Any] | None:
    """What she shared last."""
    found = resources_of(actor, educator) if may_browse_resources(actor) else []
    return {"resources": found} if found else None


PANELS.add(Panel("educator", "resources/on_profile.html", on_profile), order=300)
