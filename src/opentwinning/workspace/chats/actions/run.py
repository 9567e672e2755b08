"""Making a chat, its rules, its planned hours, its end."""

import datetime as dt
from dataclasses import dataclass

from django.utils.translation import pgettext_lazy

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.verdicts import Invalid, Refused, deny_unless, hidden
from opentwinning.workspace.chats.models import Chat, ChatHours, ChatMessage, ChatPresence
from opentwinning.workspace.chats.policies import (
    may_have_place,
    may_make_chat,
    may_run_chat,
    may_take_chat_back,
    may_watch_chat,
)
from opentwinning.workspace.chats.vocabulary import (
    KEPT_FOR,
    LONGEST,
    LOOK_AHEAD,
    MOST_HOURS,
    SCHOOLS,
    SLOW,
    TRASH_DAYS,
)
from opentwinning.workspace.spaces.models import Member, Space
from opentwinning.workspace.spaces.queries import member_of
from opentwinning.workspace.spaces.vocabulary import SpacePlace

_NO_TITLE = pgettext_lazy("chat", "Give the chat a name.")
_TOO_LONG = pgettext_lazy("chat", "Four hours at most, and not before now.")
_TOO_FAR = pgettext_lazy("chat", "Half a year ahead at most.")
_TOO_MANY = pgettext_lazy("chat", "These are too many hours for one chat. End some first.")


@dataclass(frozen=True, slots=True)
class Rules:
    """What holds for pupils in a chat. ``schools_needed``: of so many a teacher must be present;
    ``slow_seconds`` between two messages of a pupil; ``holds_first``: her first one waits for a
    teacher; ``pupils_read_later``: also while it is not open."""

    schools_needed: int = SCHOOLS[0]
    slow_seconds: int = SLOW[0]
    holds_first: bool = False
    pupils_read_later: bool = False


@action
def make_chat(
    *, by: Actor, space: Space, title: str, rules: Rules, place: str = SpacePlace.WHOLE,
    form_token: str = "",
) -> Chat:  # fmt: skip
    """A new chat (T-13). The same form sent twice makes one (G6)."""
    member = member_of(by, space)
    deny_unless(may_make_chat(member, space))
    if member is None:
        raise Refused(hidden())
    deny_unless(may_have_place(member, place))
    member = Member.objects.select_for_update().get(pk=member.pk)
    sent = Chat.objects.filter(author=member, form_token=form_token).first()
    if form_token and sent is not None:
        return sent
    chat = Chat.objects.create(
        space=space, place=place, author=member, form_token=form_token, **_said(title, rules)
    )
    note(chat, place=place, title=chat.title)
    return chat


@action
def change_chat(*, by: Actor, chat: Chat, title: str, rules: Rules) -> Chat:
    """Another name, other rules; they hold from the next message on."""
    chat = locked(chat)
    deny_unless(may_run_chat(member_of(by, chat.space), chat.space, chat))
    said = _said(title, rules)
    Chat.objects.filter(pk=chat.pk).update(**said)
    note(chat, after=said)
    chat.refresh_from_db()
    return chat


def _said(title: str, rules: Rules) -> dict[str, str | int | bool]:
    if not title:
        raise Invalid(_NO_TITLE, "title")
    return {
        "title": title,
        "schools_needed": rules.schools_needed,
        "slow_seconds": rules.slow_seconds,
        "holds_first": rules.holds_first,
        "pupils_read_later": rules.pupils_read_later,
    }


@action
def close_chat(*, by: Actor, chat: Chat, is_closed: bool) -> Chat:
    """Close it for everybody, or open it again. Hours that run end with it."""
    chat = locked(chat)
    deny_unless(may_watch_chat(member_of(by, chat.space), chat.space, chat))
    chat.is_closed = is_closed
    chat.save(update_fields=["is_closed"])
    if is_closed:
        ChatHours.objects.filter(chat=chat, begins_at__lte=now(), ends_at__gt=now()).update(
            ends_at=now()
        )
        ChatPresence.objects.filter(chat=chat).delete()
    note(chat, is_closed=is_closed)
    return chat


@action
def plan_hours(*, by: Actor, chat: Chat, begins_at: dt.datetime, ends_at: dt.datetime) -> ChatHours:
    """Open for pupils from one moment to another, whoever is there; teachers read it all later."""
    chat = locked(chat)
    member = member_of(by, chat.space)
    deny_unless(may_watch_chat(member, chat.space, chat))
    if member is None:
        raise Refused(hidden())
    if not now() < ends_at <= begins_at + LONGEST or begins_at >= ends_at:
        raise Invalid(_TOO_LONG, "ends")
    if begins_at > now() + LOOK_AHEAD:
        raise Invalid(_TOO_FAR, "day")
    if ChatHours.objects.filter(chat=chat, ends_at__gt=now()).count() >= MOST_HOURS:
        raise Invalid(_TOO_MANY)
    hours = ChatHours.objects.create(chat=chat, begins_at=begins_at, ends_at=ends_at, by=member)
    note(hours, begins_at=begins_at.isoformat(), ends_at=ends_at.isoformat())
    return hours


@action
def end_hours(*, by: Actor, hours: ChatHours) -> None:
    """They do not take place, or are over now."""
    chat = locked(hours.chat)
    deny_unless(may_watch_chat(member_of(by, chat.space), chat.space, chat))
    note(hours, begins_at=hours.begins_at.isoformat())
    ChatHours.objects.filter(pk=hours.pk).delete()


@action
def delete_chat(*, by: Actor, chat: Chat) -> None:
    """Into the trash for thirty days."""
    chat = locked(chat)
    member = member_of(by, chat.space)
    deny_unless(may_run_chat(member, chat.space, chat))
    chat.deleted_at, chat.deleted_by = now(), member
    chat.save(update_fields=["deleted_at", "deleted_by"])
    note(chat)


@action
def undelete_chat(*, by: Actor, chat: Chat) -> None:
    """Out of the trash."""
    chat = locked(chat)
    deny_unless(may_take_chat_back(member_of(by, chat.space), chat.space, chat))
    chat.deleted_at = chat.deleted_by = None
    chat.save(update_fields=["deleted_at", "deleted_by"])
    note(chat)


@action
def purge_chats(*, by: Actor) -> int:
    """Delete for good what lay in the trash for thirty days, messages of ninety days ago (H5), and
    presences and hours that are over; returns how many messages."""
    gone = Chat.objects.filter(deleted_at__lt=now() - dt.timedelta(days=TRASH_DAYS))
    note(None, chats=gone.count())
    gone.delete()
    ChatPresence.objects.filter(seen_at__lt=now() - dt.timedelta(days=1)).delete()
    ChatHours.objects.filter(ends_at__lt=now() - KEPT_FOR).delete()
    return ChatMessage.objects.filter(created_at__lt=now() - KEPT_FOR).delete()[0]


@action
def empty_chats(*, by: Actor, space_id: int) -> None:
    """The space is deleted, and everything in it."""
    Chat.objects.filter(space=space_id).delete()


def locked(chat: Chat) -> Chat:
    """The chat as it stands, alone with it until the transaction ends."""
    rows = Chat.objects.select_for_update(of=("self",)).select_related("space")
    return rows.get(pk=chat.pk)
