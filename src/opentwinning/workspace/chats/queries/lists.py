"""Chats of a space and what is said in them, by key, never by offset."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from opentwinning.core.clock import now
from opentwinning.core.prepared import prepared
from opentwinning.workspace.chats.models import Chat, ChatHours, ChatMessage, ChatPresence
from opentwinning.workspace.chats.policies import Door, may_read_messages
from opentwinning.workspace.chats.queries.door import Watch, watches_of
from opentwinning.workspace.chats.vocabulary import NEWS, PAGE, PRESENT_FOR, MessageState
from opentwinning.workspace.spaces.models import Member
from opentwinning.workspace.spaces.queries import Presence, places_readable_by


@dataclass(frozen=True, slots=True)
class ChatLine:
    """One line of the list; ``waiting`` messages are for teachers to decide about."""

    chat: Chat
    watch: Watch
    waiting: int


def chats_in(presence: Presence) -> list[ChatLine]:
    """Chats the member may read, open ones first, then by what was said last. Three queries."""
    rows = Chat.objects.filter(
        space=presence.space, deleted_at=None, place__in=places_readable_by(presence.member)
    ).select_related("author")
    held = Count("messages", filter=Q(messages__state=MessageState.HELD))
    chats = list(rows.annotate(waiting=held).order_by("is_closed", "-last_at", "-pk"))
    watches = watches_of(chats)
    lines = [ChatLine(each, watches[each.pk], getattr(each, "waiting", 0)) for each in chats]
    return sorted(lines, key=lambda line: not line.watch.door.is_open)


@prepared
def _watched(space: int, since: dt.datetime) -> QuerySet[ChatPresence, int]:
    rows = ChatPresence.objects.filter(chat__space_id=space, seen_at__gt=since)
    return rows.values_list("pk", flat=True)[:1]


@prepared
def _running(space: int, at: dt.datetime) -> QuerySet[ChatHours, int]:
    rows = ChatHours.objects.filter(chat__space_id=space, begins_at__lte=at, ends_at__gt=at)
    return rows.values_list("pk", flat=True)[:1]


@prepared
def _held(space: int) -> QuerySet[ChatMessage, int]:
    rows = ChatMessage.objects.filter(chat__space_id=space, state="held")
    return rows.values_list("pk", flat=True)[:1]


def lively_chats(presence: Presence) -> list[ChatLine]:
    """Those that are open now, and for teachers those where somebody waits. Three cheap questions
    in a space where no chat goes on."""
    space, at = presence.space.pk, now()
    is_watched = list(_watched(space, at - PRESENT_FOR)) or list(_running(space, at))
    is_adult = presence.member.is_adult
    if not is_watched and not (is_adult and list(_held(space))):
        return []
    return [
        line
        for line in chats_in(presence)
        if line.watch.door.is_open or (is_adult and line.waiting)
    ]


def _seen_by(member: Member, chat: Chat) -> QuerySet[ChatMessage]:
    """What this member may see of a chat that she may read."""
    rows = ChatMessage.objects.filter(chat=chat).select_related("author")
    if member.is_adult:
        return rows
    shown = Q(state=MessageState.SHOWN, hidden_at=None)
    return rows.filter(shown | Q(author=member), taken_back_at=None)


def messages_before(
    member: Member, chat: Chat, door: Door, *, before: int | None = None
) -> list[ChatMessage]:
    """The last messages the member may see, in order, and one more to tell whether there are
    older ones; ``before`` a number: those in front of it. Empty while the chat is shut for her."""
    if not may_read_messages(member, chat, door):
        return []
    rows = _seen_by(member, chat)
    rows = rows if before is None else rows.filter(number__lt=before)
    return list(rows.order_by("-number")[: PAGE + 1])[::-1]


@dataclass(frozen=True, slots=True)
class News:
    """What changed after a change of the chat: what the member sees of it now, and the numbers of
    what she does not see (any more). ``last``: where the next question begins."""

    seen: Sequence[ChatMessage]
    gone: Sequence[int]
    last: int


def news_after(member: Member, chat: Chat, door: Door, *, change: int) -> News:
    """Exactly what the member may see now of all that changed since (F6); ``change`` 0: the page
    shows nothing yet, so the last messages and not the first. Two queries at most."""
    if chat.last_change <= change or not may_read_messages(member, chat, door):
        return News([], [], chat.last_change)
    if not change:
        return News(messages_before(member, chat, door)[-PAGE:], [], chat.last_change)
    rows = ChatMessage.objects.filter(chat=chat, change__gt=change).order_by("change")[:NEWS]
    touched = list(rows.values_list("pk", "number", "change"))
    seen = list(_seen_by(member, chat).filter(pk__in=[pk for pk, _, _ in touched]))
    known = {each.number for each in seen}
    return News(
        seen=sorted(seen, key=lambda each: each.number),
        gone=[number for _, number, _ in touched if number not in known],
        last=touched[-1][2] if len(touched) == NEWS else chat.last_change,
    )


def transcript_of(chat: Chat) -> QuerySet[ChatMessage]:
    """Every message, in order, with who wrote it."""
    return ChatMessage.objects.filter(chat=chat).select_related("author").order_by("number")


def hours_of(chat: Chat) -> list[ChatHours]:
    """Planned hours that are not over."""
    rows = ChatHours.objects.filter(chat=chat, ends_at__gt=now()).select_related("by")
    return list(rows.order_by("begins_at", "pk"))


def trash_of(presence: Presence) -> QuerySet[Chat]:
    """Deleted chats the member may take back."""
    rows = Chat.objects.filter(
        space=presence.space,
        deleted_at__isnull=False,
        place__in=places_readable_by(presence.member),
    )
    if not presence.member.is_admin:
        rows = rows.filter(deleted_by=presence.member)
    return rows.order_by("-deleted_at")
