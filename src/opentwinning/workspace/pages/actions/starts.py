"""The centre says what new pages can begin with (T-08)."""

from typing import Any

from django.utils.translation import pgettext_lazy

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.ids import new_code
from opentwinning.core.verdicts import Conflict, Invalid, deny_unless
from opentwinning.workspace.pages.models import PageStart
from opentwinning.workspace.pages.policies import may_keep_starts

KNOWN = pgettext_lazy("starts", "This template is written in that language already.")


@action
def save_start(
    *, by: Actor, start: PageStart | None, version: int, key: str = "", **values: Any
) -> PageStart:
    """A new template, the same one in another language (``key``), or one changed on the version
    that was looked at. ``values``: ``language``, ``title``, ``text``, ``position``, ``is_open``."""
    deny_unless(may_keep_starts(by))
    row = PageStart.objects.select_for_update().get(pk=start.pk) if start else PageStart()
    if start and row.version != version:
        raise Conflict(row)
    row.key = row.key or key or new_code(12).lower()
    # Held, so that of two who add one language at once the second reads why not.
    others = list(PageStart.objects.select_for_update().filter(key=row.key).exclude(pk=row.pk))
    if any(each.language == values["language"] for each in others):
        raise Invalid(KNOWN, "language")
    for name, value in values.items():
        setattr(row, name, value)
    row.version, row.changed_at = row.version + 1, now()
    row.save()
    for each in others:  # a template is in use, and has its place, in all languages alike
        if (each.position, each.is_open) != (row.position, row.is_open):
            each.position, each.is_open, each.version = row.position, row.is_open, each.version + 1
            each.save(update_fields=["position", "is_open", "version"])
    note(row, key=row.key, language=row.language, title=row.title, is_open=row.is_open)
    return row
