"""Today is the home of everybody with an account; officers have a nearer one."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.actor import Actor, Role
from opentwinning.core.addresses import reverse
from opentwinning.core.notices import declare_area
from opentwinning.core.places import HOMES, ME_MENU, MENU, MenuEntry

for area, label in (
    ("projects", pgettext_lazy("notices", "My projects")),
    ("twinspaces", pgettext_lazy("notices", "My TwinSpaces")),
    ("posts", pgettext_lazy("notices", "Posts")),
    ("forums", pgettext_lazy("notices", "Forums")),
    ("chats", pgettext_lazy("notices", "Chats")),
    ("activities", pgettext_lazy("notices", "Activities")),
    ("meetings", pgettext_lazy("notices", "Meetings")),
    ("votes", pgettext_lazy("notices", "Polls")),
    ("remarks", pgettext_lazy("notices", "Comments in TwinSpaces")),
    ("pages", pgettext_lazy("notices", "Pages")),
    ("files", pgettext_lazy("notices", "Files")),
    ("networking", pgettext_lazy("notices", "Contacts, messages and partner calls")),
    ("recognition", pgettext_lazy("notices", "Quality labels")),
    ("certificates", pgettext_lazy("notices", "Certificates")),
    ("pupils", pgettext_lazy("notices", "My classes")),
    ("educators", pgettext_lazy("notices", "My validation")),
):
    declare_area(area, label)
declare_area("following", pgettext_lazy("notices", "Walls, comments and followers"), is_calm=True)


def has_account(actor: Actor) -> bool:
    return actor.account_id is not None


def teaches(actor: Actor) -> bool:
    return actor.is_a(Role.EDUCATOR, Role.VALIDATED)


def today(actor: Actor) -> str | None:
    return reverse("today:today") if has_account(actor) else None


HOMES.add(today, order=500)
MENU.add(MenuEntry(pgettext_lazy("menu", "Today"), "today:today", "house", teaches), order=5)
ME_MENU.add(
    MenuEntry(pgettext_lazy("menu", "My drafts"), "drafts:mine", "file-pen", has_account), order=40
)
ME_MENU.add(
    MenuEntry(pgettext_lazy("menu", "Mails to me"), "notifications:habits", "bell", has_account),
    order=70,
)
ME_MENU.add(
    MenuEntry(pgettext_lazy("menu", "My data"), "today:my_data", "archive", has_account), order=80
)
