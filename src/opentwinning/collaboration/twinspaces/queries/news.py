"""What is new in a TwinSpace: one list over all tools, filtered by what the member reads."""

import datetime as dt
from collections.abc import MutableMapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from opentwinning.collaboration.twinspaces.vocabulary import NEWS, VISIT_PAUSE
from opentwinning.core.clock import now
from opentwinning.workspace.files.queries import files_visible_to
from opentwinning.workspace.forums.models import Thread
from opentwinning.workspace.pages.models import Page
from opentwinning.workspace.pages.vocabulary import PageState
from opentwinning.workspace.posts.queries import posts_in
from opentwinning.workspace.posts.vocabulary import PostState
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


def _posts(presence: Presence) -> list[NewsItem]:
    found = []
    for place in places_readable_by(presence.member):
        visible = posts_in(presence, place).filter(state=PostState.VISIBLE)
        found += [
            NewsItem(
                icon="notebook-pen",
                title=str(row),
                url=reverse("posts:post", args=[row.ref]),
                at=row.created_at,
                by=row.author,
                language=row.language,
            )
            for row in visible[:SHOWN]
        ]
    return found


def _threads(presence: Presence) -> list[NewsItem]:
    rows = Thread.objects.filter(
        space=presence.space, deleted_at=None, place__in=places_readable_by(presence.member)
    ).select_related("last_by")
    return [
        NewsItem(
            icon="messages-square",
            title=row.title,
            url=reverse("forums:thread", args=[row.ref]),
            at=row.last_at,
            by=row.last_by,
        )
        for row in rows.order_by("-last_at", "-pk")[:SHOWN]
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


@dataclass(frozen=True, slots=True)
class Since:
    """From when on things are new to the reader; ``is_visit``: she was here then."""

    at: dt.datetime
    is_visit: bool


def since_last_visit(session: MutableMapping[str, Any], ref: str) -> Since:
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
    if before is None:
        return Since(at - NEWS, is_visit=False)
    return Since(dt.datetime.fromisoformat(before), is_visit=True)
