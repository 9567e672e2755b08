"""Where certificates are found: an adult's own menu, a pupil's things."""

from typing import Any

from django.utils.translation import pgettext_lazy

from opentwinning.core.actor import Actor, Role
from opentwinning.core.places import ME_MENU, PANELS, MenuEntry, Panel
from opentwinning.people.certificates.queries import certificates_of
from opentwinning.people.certificates.queries.shown import rows_of

ME_MENU.add(
    MenuEntry(
        label=pgettext_lazy("menu", "My certificates"),
        url_name="certificates:mine",
        icon="award",
        visible_to=lambda actor: actor.is_a(Role.EDUCATOR, Role.VALIDATED),
        namespaces=("certificates",),
    ),
    order=30,
)


def of_pupil(actor: Actor, subject: Any) -> dict[str, Any] | None:
    """A pupil's papers among her things (page 95)."""
    rows = rows_of(list(certificates_of(actor)))
    return {"rows": rows} if rows else None


PANELS.add(Panel("my_things", "certificates/panel_mine.html", of_pupil), order=30)
