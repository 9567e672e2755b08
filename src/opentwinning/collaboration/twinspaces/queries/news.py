"""What is new in a TwinSpace: one list over all tools, filtered by what the member reads."""

import datetime as dt
from collections.abc import MutableMapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from opentwinning.collaboration.twinspaces.vocabulary import NEWS, VISIT_PAUSE
from opentwinning.core.clock import now
from opentwinning.workspace.files.queries import files_visible_to
from opentwinning.workspace.pages.models import Page
from opentwinning.workspace.pages.vocabulary import PageState
from opentwinning.workspace.spaces.models import Member
from opentwinning.workspace.spaces.queries import Presence, places_readable_by

SHOWN = 12


@dataclass(frozen=True, slots=True)
class NewsItem:
    """One thing that was made or changed."""

    icon: str
    title: str
    url: str
    at: dt.datetime
    by: Member
    language: str = ""


def news_of(presence: Presence) -> list[NewsItem]:
    """The latest things of all tools, newest first; one query for each tool."""
    found = [*_pages(presence), *_files(presence)]
    return sorted(found, key=lambda item: item.at, reverse=True)[:SHOWN]


def _pages(presence: Presence) -> list[NewsItem]:
    rows = Page.objects.filter(
        space=presence.space,
        deleted_at=None,
        state=PageState.VISIBLE,
        place__in=places_readable_by(presence.member),
    ).select_related("saved_by")
    return [
        NewsItem(
            icon="book-open",
            title=row.title,
            url=reverse("pages:page", args=[row.ref]),
            at=row.saved_at,
            by=row.saved_by,
            language=row.language,
        )
        for row in rows.order_by("-saved_at")[:SHOWN]
    ]


def _files(presence: Presence) -> list[NewsItem]:
    return [
        NewsItem(
            icon="image" if row.is_image else "file-text",
            title=row.name,
            url=reverse("files:file", args=[row.ref]),
            at=row.created_at,
            by=row.uploaded_by,
        )
        for row in files_visible_to(presence)[:SHOWN]
    ]


def since_last_visit(session: MutableMapping[str, Any], ref: str) -> dt.datetime:
    """When the reader was here before this visit, as far as her session knows; else a week ago.

    Remembered in the session, since reading a page writes nothing else (I5).
    """
    at = now()
    seen = dict(session.get("seen", {}))
    latest, before = seen.get(ref, [None, None])
    if latest is None or at - dt.datetime.fromisoformat(latest) > VISIT_PAUSE:
        before = latest
    seen[ref] = [at.isoformat(), before]
    session["seen"] = dict(list(seen.items())[-50:])
    return dt.datetime.fromisoformat(before) if before else at - NEWS
