"""Sites and templates at the desk of the centre."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.places import DESK_MENU, MenuEntry
from opentwinning.workspace.pages.policies import may_keep_sites, may_keep_starts

DESK_MENU.add(
    MenuEntry(
        pgettext_lazy("desk", "Sites shown in pages"),
        "pages:sites",
        "monitor",
        lambda actor: bool(may_keep_sites(actor)),
    ),
    order=98,
)
DESK_MENU.add(
    MenuEntry(
        pgettext_lazy("desk", "Templates of pages"),
        "pages:starts",
        "file-text",
        lambda actor: bool(may_keep_starts(actor)),
    ),
    order=97,
)
