"""Today is the home of everybody with an account; officers have a nearer one."""

from django.urls import reverse
from django.utils.translation import pgettext_lazy

from opentwinning.core.actor import Actor, Role
from opentwinning.core.places import HOMES, ME_MENU, MENU, MenuEntry


def has_account(actor: Actor) -> bool:
    return actor.account_id is not None


def teaches(actor: Actor) -> bool:
    return actor.is_a(Role.EDUCATOR, Role.VALIDATED)


def today(actor: Actor) -> str | None:
    return reverse("today:today") if has_account(actor) else None


HOMES.add(today, order=500)
MENU.add(MenuEntry(pgettext_lazy("menu", "Today"), "today:today", "house", teaches), order=5)
ME_MENU.add(
    MenuEntry(pgettext_lazy("menu", "My data"), "today:my_data", "archive", has_account), order=80
)
