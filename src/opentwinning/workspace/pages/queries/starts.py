"""What a new page can begin with: a title and headings to write under, in the writer's language."""

from collections.abc import Mapping

from django.utils.translation import get_language

from opentwinning.core.actor import Actor
from opentwinning.core.verdicts import Refused, deny_unless, hidden
from opentwinning.workspace.pages.models import PageStart
from opentwinning.workspace.pages.policies import may_keep_starts

_FALLBACK = "en"


def starts() -> Mapping[str, PageStart]:
    """By key, in their order; English where a language has none of its own. One query."""
    language = (get_language() or _FALLBACK).split("-")[0]
    rows = PageStart.objects.filter(is_open=True, language__in={_FALLBACK, language})
    found: dict[str, PageStart] = {}
    for row in rows.order_by("position", "pk"):
        if row.key not in found or row.language == language:
            found[row.key] = row
    return found


def all_starts() -> list[PageStart]:
    """Every one in every language, for whoever keeps them."""
    return list(PageStart.objects.order_by("position", "key", "language"))


def access_start(actor: Actor, ref: str) -> PageStart:
    """One template, for whoever keeps them."""
    deny_unless(may_keep_starts(actor))
    start = PageStart.objects.filter(ref=ref).first()
    if start is None:
        raise Refused(hidden())
    return start
