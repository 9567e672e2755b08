"""What is new in a TwinSpace: one list over all tools, filtered by what the member reads."""

import datetime as dt
from collections.abc import MutableMapping
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from opentwinning.collaboration.twinspaces.vocabulary import NEWS, VISIT_PAUSE, VISIT_STEP
from opentwinning.core.addresses import reverse
from opentwinning.core.clock import now
from opentwinning.core.prepared import prepared
from opentwinning.workspace.files.queries import latest_files
from opentwinning.workspace.forums.models import Thread
from opentwinning.workspace.pages.models import Page
from opentwinning.workspace.pages.vocabulary import PageState
from opentwinning.workspace.posts.queries import latest_posts
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
    """The latest things of all tools, newest first; a few queries, none per row."""
    found = [
        *_pages(presence), *_posts(presence), *_threads(presence), *_files(presence),
    ]  # fmt: skip
    return sorted(found, key=lambda item: item.at, reverse=True)[:SHOWN]


@prepared
def _latest_pages(space: int, places: list[str]) -> QuerySet[Page]:
    rows = Page.objects.filter(
        space_id=space, deleted_at=None, state=PageState.VISIBLE, place__in=places
    )
    return rows.select_related("saved_by").defer("text").order_by("-saved_at")[:SHOWN]


@prepared
def _latest_threads(space: int, places: list[str]) -> QuerySet[Thread]:
    rows = Thread.objects.filter(space_id=space, deleted_at=None, place__in=places)
    return rows.select_related("last_by").order_by("-last_at", "-pk")[:SHOWN]


def _seen(presence: Presence) -> tuple[int, list[str]]:
    """The space, and its places that the member reads."""
    return presence.space.pk, [str(place) for place in places_readable_by(presence.member)]


def _pages(presence: Presence) -> list[NewsItem]:
    return [
        NewsItem(
            icon="book-open",
            title=row.title,
            url=reverse("pages:page", args=[row.ref]),
            at=row.saved_at,
            by=row.saved_by,
            language=row.language,
        )
        for row in _latest_pages(*_seen(presence))
    ]


def _posts(presence: Presence) -> list[NewsItem]:
    return [
        NewsItem(
            icon="notebook-pen",
            title=str(row),
            url=reverse("posts:post", args=[row.ref]),
            at=row.created_at,
            by=row.author,
            language=row.language,
        )
        for row in latest_posts(presence)[:SHOWN]
    ]


def _threads(presence: Presence) -> list[NewsItem]:
    return [
        NewsItem(
            icon="messages-square",
            title=row.title,
            url=reverse("forums:thread", args=[row.ref]),
            at=row.last_at,
            by=row.last_by,
        )
        for row in _latest_threads(*_seen(presence))
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
        for row in latest_files(presence)[:SHOWN]
    ]


@dataclass(frozen=True, slots=True)
class Since:
    """From when on things are new to the reader; ``is_visit``: she was here then."""

    at: dt.datetime
    is_visit: bool


def since_last_visit(session: MutableMapping[str, Any], ref: str) -> Since:
    """When the reader was here before this visit, as far as her session knows; else a week ago.

    Remembered in the session, since reading a page writes nothing else (I5), and to the minute:
    whoever walks about does not write it down at every step.
    """
    at = now()
    seen = dict(session.get("seen", {}))
    latest, before = seen.get(ref, [None, None])
    away = at - dt.datetime.fromisoformat(latest) if latest else dt.timedelta.max
    if away > VISIT_PAUSE:
        before = latest
    if away > VISIT_STEP:
        seen[ref] = [at.isoformat(), before]
        session["seen"] = dict(list(seen.items())[-50:])
    if before is None:
        return Since(at - NEWS, is_visit=False)
    return Since(dt.datetime.fromisoformat(before), is_visit=True)
