"""Whether a chat is open for pupils at this moment, and why (H5, idea 7)."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from opentwinning.core.clock import now
from opentwinning.workspace.chats.models import Chat, ChatHours, ChatPresence
from opentwinning.workspace.chats.policies import Door
from opentwinning.workspace.chats.vocabulary import PRESENT_FOR
from opentwinning.workspace.spaces.models import Member
from opentwinning.workspace.spaces.vocabulary import ADULTS


@dataclass(frozen=True, slots=True)
class Watch:
    """The door with who is there, the planned hour that runs and the one that comes next."""

    door: Door
    teachers: Sequence[Member]
    running: ChatHours | None
    coming: ChatHours | None


def watch_of(chat: Chat) -> Watch:
    """The door of one chat. Two queries."""
    return watches_of([chat])[chat.pk]


def watches_of(chats: Sequence[Chat]) -> Mapping[int, Watch]:
    """The doors of several chats, by id. Two queries, whatever their number."""
    at = now()
    heard = ChatPresence.objects.filter(
        chat__in=chats, seen_at__gt=at - PRESENT_FOR, member__left_at=None,
        member__capacity__in=ADULTS,
    ).select_related("member").order_by("member__country", "member__name")  # fmt: skip
    present: dict[int, list[Member]] = {}
    for each in heard:
        present.setdefault(each.chat_id, []).append(each.member)
    planned: dict[int, list[ChatHours]] = {}
    for hours in ChatHours.objects.filter(chat__in=chats, ends_at__gt=at).order_by("begins_at"):
        planned.setdefault(hours.chat_id, []).append(hours)
    return {
        chat.pk: _watch(chat, present.get(chat.pk, []), planned.get(chat.pk, []), at)
        for chat in chats
    }


def _watch(
    chat: Chat, teachers: Sequence[Member], planned: Iterable[ChatHours], at: dt.datetime
) -> Watch:
    hours = list(planned)
    running = next((each for each in hours if each.begins_at <= at), None)
    schools = {(each.country, each.organisation_name) for each in teachers}
    return Watch(
        door=Door(
            schools=len(schools),
            needed=chat.schools_needed,
            in_hours=running is not None,
            is_closed=chat.is_closed,
        ),
        teachers=teachers,
        running=running,
        coming=next((each for each in hours if each.begins_at > at), None),
    )


def door_of(chat: Chat) -> Door:
    """Whether pupils may write now. Two queries."""
    return watch_of(chat).door
