"""What a pupil made, over all her TwinSpaces (page 95)."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import QuerySet

from opentwinning.core.actor import Actor
from opentwinning.core.addresses import reverse
from opentwinning.core.verdicts import Text
from opentwinning.workspace.files.models import SpaceFile
from opentwinning.workspace.pages.models import Page
from opentwinning.workspace.posts.models import Post
from opentwinning.workspace.posts.vocabulary import STATE_LABELS, PostState
from opentwinning.workspace.spaces.models import Member

SHOWN = 30


@dataclass(frozen=True, slots=True)
class Work:
    """One thing she made; ``note`` says when somebody else must act first."""

    icon: str
    title: str
    url: str
    at: dt.datetime
    note: Text = ""


def works_of(actor: Actor) -> list[Work]:
    """Newest first; three queries."""
    mine = Member.objects.filter(pupil_id=actor.pupil, left_at=None)
    found = [*_posts(mine), *_pages(mine), *_files(mine)]
    return sorted(found, key=lambda work: work.at, reverse=True)[:SHOWN]


def _posts(mine: QuerySet[Member]) -> list[Work]:
    rows = Post.objects.filter(author__in=mine, deleted_at=None).order_by("-pk")
    return [
        Work(
            icon="notebook-pen",
            title=str(row),
            url=reverse("posts:post", args=[row.ref]),
            at=row.created_at,
            note="" if row.state == PostState.VISIBLE else STATE_LABELS[PostState(row.state)],
        )
        for row in rows[:SHOWN]
    ]


def _pages(mine: QuerySet[Member]) -> list[Work]:
    rows = Page.objects.filter(created_by__in=mine, deleted_at=None).order_by("-saved_at")
    return [
        Work("book-open", row.title, reverse("pages:page", args=[row.ref]), row.saved_at)
        for row in rows[:SHOWN]
    ]


def _files(mine: QuerySet[Member]) -> list[Work]:
    rows = SpaceFile.objects.filter(uploaded_by__in=mine, deleted_at=None, lacks_inside=0).order_by(
        "-pk"
    )
    return [
        Work(
            "image" if row.is_image else "file-text",
            row.name,
            reverse("files:file", args=[row.ref]),
            row.created_at,
        )
        for row in rows[:SHOWN]
    ]
