"""The doors of chats."""

from django.db.models import QuerySet

from opentwinning.core.actor import Actor
from opentwinning.core.prepared import prepared
from opentwinning.core.verdicts import Refused, deny_unless, hidden
from opentwinning.workspace.chats.models import Chat, ChatHours, ChatMessage
from opentwinning.workspace.chats.policies import (
    may_hide_message,
    may_judge_message,
    may_read_chat,
    may_read_transcript,
    may_run_chat,
    may_see_message,
    may_take_chat_back,
    may_watch_chat,
    may_withdraw_message,
)
from opentwinning.workspace.spaces.queries import Presence, presence_in

_CHAT_RULES = {"run": may_run_chat, "watch": may_watch_chat}
_MESSAGE_RULES = {
    "withdraw": may_withdraw_message, "judge": may_judge_message, "hide": may_hide_message,
}  # fmt: skip


def access_chat(actor: Actor, ref: str, *, to: str = "read") -> tuple[Presence, Chat]:
    """The chat and the actor's presence; ``to`` is read, watch or run."""
    chat = _chat(ref)
    presence = presence_in(actor, chat.space, place=chat.place)
    deny_unless(may_read_chat(presence.member, chat))
    if to != "read":
        deny_unless(_CHAT_RULES[to](presence.member, presence.space, chat))
    return presence, chat


def access_transcript(actor: Actor, ref: str) -> tuple[Presence, Chat]:
    """A chat whose every word a teacher reads."""
    chat = _chat(ref)
    presence = presence_in(actor, chat.space, place=chat.place)
    deny_unless(may_read_transcript(presence.member, chat))
    return presence, chat


def access_trashed_chat(actor: Actor, ref: str) -> tuple[Presence, Chat]:
    """A chat in the trash, for whoever may take it back."""
    chat = _chat(ref)
    presence = presence_in(actor, chat.space, place=chat.place)
    deny_unless(may_take_chat_back(presence.member, presence.space, chat))
    return presence, chat


def access_hours(actor: Actor, ref: str) -> tuple[Presence, ChatHours]:
    """Planned hours, for the teachers of the space."""
    hours = ChatHours.objects.select_related("chat__space").filter(ref=ref).first()
    if hours is None:
        raise Refused(hidden())
    presence = presence_in(actor, hours.chat.space, place=hours.chat.place)
    deny_unless(may_watch_chat(presence.member, presence.space, hours.chat))
    return presence, hours


def access_message(actor: Actor, ref: str, *, to: str) -> tuple[Presence, ChatMessage]:
    """The message and the actor's presence; ``to`` is withdraw, judge or hide."""
    message = _message(ref)
    presence = presence_in(actor, message.chat.space, place=message.chat.place)
    deny_unless(_MESSAGE_RULES[to](presence.member, presence.space, message))
    return presence, message


def message_to_report(actor: Actor, ref: str) -> ChatMessage:
    """A message for whoever sees it, also when the chat closed since."""
    message = _message(ref)
    presence = presence_in(actor, message.chat.space, place=message.chat.place)
    deny_unless(may_see_message(presence.member, message))
    return message


@prepared
def _with_space(ref: str) -> QuerySet[Chat]:
    return Chat.objects.select_related("space").filter(ref=ref)


def _chat(ref: str) -> Chat:
    chat = next(iter(_with_space(ref)), None)
    if chat is None:
        raise Refused(hidden())
    return chat


def _message(ref: str) -> ChatMessage:
    rows = ChatMessage.objects.select_related("chat__space", "author")
    message = rows.filter(ref=ref).first()
    if message is None:
        raise Refused(hidden())
    return message
