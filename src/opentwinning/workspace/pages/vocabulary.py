"""States and limits of pages."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import pgettext_lazy


class PageState(StrEnum):
    """X-51: a draft is seen by whoever may edit it."""

    DRAFT = "draft"
    VISIBLE = "visible"
    HIDDEN = "hidden"  # after a report: only its author and teachers see it


STATE_LABELS = {
    PageState.DRAFT: pgettext_lazy("pages", "Draft"),
    PageState.VISIBLE: pgettext_lazy("pages", "Visible"),
    PageState.HIDDEN: pgettext_lazy("pages", "Hidden"),
}


class Kept(StrEnum):
    """For whom a page is kept, beside project admins and whoever began it."""

    NOT = ""  # everybody whose place and capacity let her, pupils where the author allows
    ADULTS = "adults"
    NAMED = "named"


@dataclass(frozen=True, slots=True)
class Writers:
    """Who may write a page; ``people``: public ids of members, for those who are named."""

    kept: str = Kept.NOT
    people: Sequence[str] = ()


class Direction(StrEnum):
    """Ways a page moves in the tree, one button each (accessibility rule 2)."""

    UP = "up"
    DOWN = "down"
    INTO = "into"
    OUT = "out"


class Spot(StrEnum):
    """Where a page is laid, seen from another one."""

    BEFORE = "before"
    BEHIND = "behind"
    UNDER = "under"


# Words of a link that say nothing when a screen reader lists the links of a page.
VAGUE_LINKS = (
    "click", "click here", "here", "link", "this", "this link", "this page", "more", "read more",
    "see here", "website",
    "klikni", "klikni tukaj", "kliknite", "kliknite tukaj", "tukaj", "tu", "povezava",
    "ta povezava", "več", "preberi več",
    "apasă", "apasă aici", "apăsați aici", "clic", "clic aici", "click aici", "aici", "legătura",
    "acest link", "mai mult", "citește mai mult",
    "klik", "klik her", "tryk her", "her", "linket", "dette link", "mere", "læs mere",
)  # fmt: skip
MAX_LEVELS = 3
MAX_TITLE = 120
MAX_SITE = 60
MAX_FRAME = 300
MAX_PATTERNS = 2000
MAX_TEXT = 60_000
MAX_PRINTED = 150  # pages on one print; each may be long
TRASH_DAYS = 30
