"""The entry behind one's own picture in the header."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.actor import Actor
from opentwinning.core.places import ME_MENU, MenuEntry


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
