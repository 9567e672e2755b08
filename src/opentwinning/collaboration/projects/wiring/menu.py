"""The entry "My projects"."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.actor import Role
from opentwinning.core.places import MENU, MenuEntry

MENU.add(
    MenuEntry(
        label=pgettext_lazy("menu", "My projects"),
        url_name="projects:mine",
        icon="folder-open",
        visible_to=lambda actor: actor.is_a(Role.EDUCATOR, Role.VALIDATED),
        namespaces=("projects",),
    ),
    order=20,
)
