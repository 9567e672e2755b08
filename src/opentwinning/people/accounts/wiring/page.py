"""The entry behind one's own picture in the header, and the way in by a code."""

from typing import Any

from django.utils.translation import pgettext_lazy

from opentwinning.core.actor import Actor
from opentwinning.core.places import ME_MENU, PANELS, MenuEntry, Panel, is_local_door_open


def has_account(actor: Actor) -> bool:
    return actor.account_id is not None


ME_MENU.add(
    MenuEntry(
        label=pgettext_lazy("menu", "Account and security"),
        url_name="accounts:account",
        icon="key-round",
        visible_to=has_account,
    ),
    order=60,
)


def code_on_sign_in(actor: Actor, subject: dict[str, str]) -> dict[str, Any] | None:
    """Whoever forgot her password reads her mail, while ways of this site are open (C-11)."""
    if not is_local_door_open():
        return None
    return {"wish": subject["next"], "kept": subject["kept"]}


PANELS.add(Panel("sign_in", "accounts/code_panel.html", code_on_sign_in), order=20)
