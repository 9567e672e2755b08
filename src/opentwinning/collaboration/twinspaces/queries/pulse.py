"""The last sign of life of each school, in words, for project admins (idea 4)."""

import datetime as dt
from typing import Any

from django.db.models import Max
from django.utils.translation import pgettext_lazy

from opentwinning.collaboration.twinspaces.models import Nudge
from opentwinning.collaboration.twinspaces.queries.people import School, Sign
from opentwinning.collaboration.twinspaces.vocabulary import LIVELY, NUDGE_EVERY, QUIET_AFTER
from opentwinning.core.clock import now
from opentwinning.core.verdicts import Text
from opentwinning.workspace.activities.models import HandIn
from opentwinning.workspace.calendar.models import Event
from opentwinning.workspace.chats.models import ChatMessage
from opentwinning.workspace.files.models import SpaceFile
from opentwinning.workspace.forums.models import Reply
from opentwinning.workspace.pages.models import PageVersion
from opentwinning.workspace.posts.models import Post
from opentwinning.workspace.spaces.models import Member

_LATELY = pgettext_lazy("pulse", "Last sign of life: within the last week")
_BEFORE = pgettext_lazy("pulse", "Last sign of life: within the last three weeks")
_LONG_AGO = pgettext_lazy("pulse", "Last sign of life: more than three weeks ago")
_NEVER = pgettext_lazy("pulse", "No sign of life yet")
_NEW = pgettext_lazy("pulse", "New here")


def with_signs(schools: list[School], own: Member) -> list[School]:
    """The same schools, each with its sign of life; eight queries."""
    last = _last_by_member(own.space_id)
    lately = Nudge.objects.filter(member__space=own.space_id, nudged_at__gt=now() - NUDGE_EVERY)
    nudged = set(lately.values_list("member_id", flat=True))
    for school in schools:
        if not school.educators:
            continue
        words, is_quiet = _in_words(school, last)
        school.sign = Sign(
            words=words,
            is_quiet=is_quiet,
            was_nudged=any(member.pk in nudged for member in school.educators),
            is_own=own in school.educators,
            ref=school.educators[0].ref,
        )
    return schools


def _in_words(school: School, last: dict[int, dt.datetime]) -> tuple[Text, bool]:
    here = [*school.educators, *school.pupils]
    times = [last[member.pk] for member in here if member.pk in last]
    if not times:
        is_new = all(member.joined_at > now() - QUIET_AFTER for member in school.educators)
        return (_NEW, False) if is_new else (_NEVER, True)
    latest = max(times)
    if latest > now() - LIVELY:
        return _LATELY, False
    return (_BEFORE, False) if latest > now() - QUIET_AFTER else (_LONG_AGO, True)


def _last_by_member(space: int) -> dict[int, dt.datetime]:
    """When each last wrote, saved, answered, added or planned; what is deleted does not count."""
    found: dict[int, dt.datetime] = {}
    whole: dict[str, Any] = {"space": space, "deleted_at": None}
    pages: dict[str, Any] = {"page__space": space, "page__deleted_at": None}
    talks: dict[str, Any] = {"thread__space": space, "thread__deleted_at": None}
    works: dict[str, Any] = {"activity__space": space, "activity__deleted_at": None}
    chats: dict[str, Any] = {"chat__space": space, "chat__deleted_at": None}
    for rows, who, when in (
        (Post.objects.filter(**whole), "author", "created_at"),
        (PageVersion.objects.filter(**pages), "author", "saved_at"),
        (Reply.objects.filter(**talks, deleted_at=None), "author", "created_at"),
        (SpaceFile.objects.filter(**whole), "uploaded_by", "created_at"),
        (Event.objects.filter(**whole), "author", "created_at"),
        (HandIn.objects.filter(**works), "author", "handed_at"),
        (ChatMessage.objects.filter(**chats), "author", "created_at"),
    ):
        for member, at in rows.order_by().values_list(who).annotate(latest=Max(when)):
            found[member] = max(at, found.get(member, at))
    return found
