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
    same = PageStart.objects.filter(key=row.key, language=values["language"])
    if same.exclude(pk=row.pk).exists():
        raise Invalid(KNOWN, "language")
    for name, value in values.items():
        setattr(row, name, value)
    row.version, row.changed_at = row.version + 1, now()
    row.save()
    if start is None and key:  # it stands where it stands in other languages
        other = PageStart.objects.filter(key=key).exclude(pk=row.pk).order_by("pk").first()
        row.position = other.position if other else row.position
        row.save(update_fields=["position"])
    note(row, key=row.key, language=row.language, title=row.title, is_open=row.is_open)
    return row
