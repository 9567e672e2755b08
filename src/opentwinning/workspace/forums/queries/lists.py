"""Threads and replies by key, never by offset: the last page costs what the first costs."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import F, FilteredRelation, Q, QuerySet

from opentwinning.core.prepared import prepared
from opentwinning.workspace.forums.models import ReadMark, Reply, Thread
from opentwinning.workspace.forums.vocabulary import REPLIES_PER_PAGE, THREADS_PER_PAGE
from opentwinning.workspace.spaces.queries import Presence, places_readable_by
from opentwinning.workspace.spaces.vocabulary import SpacePlace


@dataclass(frozen=True, slots=True)
class ThreadLine:
    """One line of the list; ``unread`` counts replies since the member's last visit."""

    thread: Thread
    unread: int
    is_new: bool
    read_to: int


def threads_in(
    presence: Presence, *, place: str = "", before: tuple[dt.datetime, int] | None = None
) -> list[ThreadLine]:
    """Threads the member may read, latest reply first: one statement. One line more than a page
    tells that there are more.
    """
    rows = Thread.objects.filter(
        space=presence.space,
        deleted_at=None,
        place__in=[place] if place else places_readable_by(presence.member),
    )
    if place and place not in places_readable_by(presence.member):
        return []
    if before is not None:
        at, pk = before
        rows = rows.filter(Q(last_at__lt=at) | Q(last_at=at, pk__lt=pk))
    found = (
        rows.annotate(
            mine=FilteredRelation("read_marks", condition=Q(read_marks__member=presence.member)),
            read_to=F("mine__number"),
        )
        .select_related("author", "last_by")
        .order_by("-last_at", "-pk")[: THREADS_PER_PAGE + 1]
    )
    return [_line(thread) for thread in found]


def _line(thread: Thread) -> ThreadLine:
    read_to: int | None = getattr(thread, "read_to", None)
    return ThreadLine(
        thread=thread,
        unread=max(0, thread.last_number - (read_to or 0)),
        is_new=read_to is None,
        read_to=read_to or 0,
    )


def latest_threads(presence: Presence, place: SpacePlace | str, limit: int = 5) -> list[Thread]:
    """For the panels of staff room and pupil corner."""
    if place not in places_readable_by(presence.member):
        return []
    rows = Thread.objects.filter(space=presence.space, place=place, deleted_at=None)
    return list(rows.order_by("-last_at", "-pk")[:limit])


def _page(thread: int, after: int) -> QuerySet[Reply]:
    rows = Reply.objects.filter(thread_id=thread, deleted_at=None, number__gt=after)
    return rows.select_related("author").order_by("number")


@prepared
def _all_replies(thread: int, after: int) -> QuerySet[Reply]:
    return _page(thread, after)[: REPLIES_PER_PAGE + 1]


@prepared
def _shown_replies(thread: int, after: int, author: int) -> QuerySet[Reply]:
    shown = _page(thread, after).filter(Q(hidden_at=None) | Q(author_id=author))
    return shown[: REPLIES_PER_PAGE + 1]


@prepared
def _mark(member: int, thread: int) -> QuerySet[ReadMark, int]:
    rows = ReadMark.objects.filter(member_id=member, thread_id=thread)
    return rows.values_list("number", flat=True)[:1]


def replies_in(presence: Presence, thread: Thread, *, after: int = 0) -> list[Reply]:
    """Replies the member may read, in order: the page behind number ``after``, and one more to
    tell whether there are more. Hidden ones only for educators and their author.
    """
    if presence.member.is_adult:
        return _all_replies(thread.pk, after)
    return _shown_replies(thread.pk, after, presence.member.pk)


def read_number(presence: Presence, thread: Thread) -> int | None:
    """How far the member has read; None on her first visit."""
    return next(iter(_mark(presence.member.pk, thread.pk)), None)


def trash_of(presence: Presence) -> QuerySet[Thread]:
    """Deleted threads the member may take back."""
    rows = Thread.objects.filter(
        space=presence.space,
        deleted_at__isnull=False,
        place__in=places_readable_by(presence.member),
    )
    if not presence.member.is_admin:
        rows = rows.filter(deleted_by=presence.member)
    return rows.order_by("-deleted_at")
