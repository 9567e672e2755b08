"""Where providers show: beside sign-in and registration, in one's own menu, for operators."""

from typing import Any

from django.utils.translation import pgettext_lazy

from opentwinning.core.actor import Actor, Role
from opentwinning.core.places import LOCAL_DOORS, ME_MENU, PANELS, MenuEntry, Panel
from opentwinning.people.external.queries import buttons, identities_of, is_local_door_open

LOCAL_DOORS.add(is_local_door_open)


def on_sign_in(actor: Actor, subject: Any) -> dict[str, Any] | None:
    """Every provider, with the page she was on her way to and what she had typed."""
    found = buttons(wish=subject["next"])
    return {"providers": found, "kept": subject["kept"]} if found else None


def on_registration(actor: Actor, subject: Any) -> dict[str, Any] | None:
    """Those that may begin accounts."""
    found = buttons(for_new_accounts=True)
    return {"providers": found} if found else None


def on_account(actor: Actor, subject: Any) -> dict[str, Any] | None:
    """The way to one's own ways, where there is any choice."""
    held = identities_of(actor)
    return {"identities": held} if held or buttons() else None


PANELS.add(Panel("sign_in", "external/panel_sign_in.html", on_sign_in), order=50)
PANELS.add(Panel("register", "external/panel_register.html", on_registration), order=50)
PANELS.add(Panel("account", "external/panel_account.html", on_account), order=50)
ME_MENU.add(
    MenuEntry(
        label=pgettext_lazy("menu", "Sign-in providers"),
        url_name="external:providers",
        icon="door-open",
        visible_to=lambda actor: actor.is_a(Role.OPERATOR),
    ),
    order=80,
)
