"""The centre says which sites may be shown inside pages (C7)."""

from typing import Any

from django.utils.translation import pgettext_lazy

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.frames import gaps_of, is_pattern
from opentwinning.core.verdicts import Conflict, Invalid, deny_unless
from opentwinning.workspace.pages.models import EmbedSite
from opentwinning.workspace.pages.policies import may_keep_sites

NO_PATTERN = pgettext_lazy(
    "sites",
    "Write addresses like https://video.example/w/{id}: a plain host, and gaps in curly brackets.",
)
OTHER_GAPS = pgettext_lazy("sites", "Each gap of the frame must stand in every address above.")
KNOWN = pgettext_lazy("sites", "There is a site of this name already.")


@action
def save_site(
    *, by: Actor, site: EmbedSite | None, version: int, name: str, **values: Any
) -> EmbedSite:
    """A new site, or one changed on the version that was looked at. ``values``: ``patterns`` (one a
    line), ``frame``, ``is_open``. Pages show what the list says from the next look on."""
    deny_unless(may_keep_sites(by))
    patterns = [line.strip() for line in values["patterns"].splitlines() if line.strip()]
    frame = values["frame"]
    if not patterns or not all(map(is_pattern, patterns)):
        raise Invalid(NO_PATTERN, "patterns")
    if not is_pattern(frame):
        raise Invalid(NO_PATTERN, "frame")
    if any(not gaps_of(frame) <= gaps_of(each) for each in patterns):
        raise Invalid(OTHER_GAPS, "frame")
    same = EmbedSite.objects.filter(name__iexact=name)
    if (same.exclude(pk=site.pk) if site else same).exists():
        raise Invalid(KNOWN, "name")
    row = EmbedSite.objects.select_for_update().get(pk=site.pk) if site else EmbedSite()
    if site and row.version != version:
        raise Conflict(row)
    before = [row.name, row.patterns, row.frame, row.is_open] if site else []
    row.name, row.patterns, row.frame = name, "\n".join(patterns), frame
    row.is_open, row.version, row.changed_at = values["is_open"], row.version + 1, now()
    row.save()
    note(row, before=before, after=[row.name, row.patterns, row.frame, row.is_open])
    return row
