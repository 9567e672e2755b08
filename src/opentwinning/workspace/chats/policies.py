"""Who reads, writes and looks after a chat (matrix row 34, H2, H5)."""

from dataclasses import dataclass

from django.utils.translation import pgettext_lazy

from opentwinning.core.verdicts import Verdict, granted, hidden, refused
from opentwinning.workspace.chats.models import Chat, ChatMessage
from opentwinning.workspace.chats.vocabulary import MessageState
from opentwinning.workspace.spaces.models import Member, Space
from opentwinning.workspace.spaces.policies import (
    may_read_thing,
    may_take_back,
    may_write_place,
    while_open,
)
from opentwinning.workspace.spaces.vocabulary import SpacePlace

_CLOSED = pgettext_lazy("chat", "This chat is closed. You can read it.")
_OVER = pgettext_lazy("chat", "This chat is closed.")
_NOBODY_HERE = pgettext_lazy("chat", "The chat opens when a teacher is here.")
_TEACHERS = pgettext_lazy("chat", "Only teachers may do this.")
_AUTHOR = pgettext_lazy("chat", "Only who made it and project admins may do this.")
_OWN = pgettext_lazy("chat", "Only its author may take this back.")
_WITHHELD = pgettext_lazy("safeguarding", "This is hidden after a report.")


@dataclass(frozen=True, slots=True)
class Door:
    """Whether pupils may write now: schools with a teacher present, or a planned hour."""

    schools: int
    needed: int
    in_hours: bool
    is_closed: bool

    @property
    def is_open(self) -> bool:
        return not self.is_closed and (self.in_hours or self.schools >= self.needed)


def may_read_chat(member: Member | None, chat: Chat) -> Verdict:
    """Whoever reads its place."""
    return may_read_thing(member, chat)


def may_read_messages(member: Member | None, chat: Chat, door: Door) -> Verdict:
    """Teachers always; pupils while the door is open, and later where the chat says so."""
    verdict = may_read_chat(member, chat)
    if not verdict or member is None or member.is_adult or chat.pupils_read_later:
        return verdict
    if chat.is_closed:
        return refused(_OVER)
    return granted() if door.is_open else refused(_NOBODY_HERE)


def may_make_chat(member: Member | None, space: Space) -> Verdict:
    """Teachers of an open space."""
    if member is None or member.left_at is not None:
        return hidden()
    return while_open(space) if member.is_adult else refused(_TEACHERS)


def may_run_chat(member: Member | None, space: Space, chat: Chat) -> Verdict:
    """Its rules and its end: who made it, and project admins."""
    verdict = may_read_chat(member, chat) and while_open(space)
    if not verdict or member is None:
        return verdict
    if member.is_admin or (member.is_adult and chat.author_id == member.pk):
        return granted()
    return refused(_AUTHOR if member.is_adult else _TEACHERS)


def may_take_chat_back(member: Member | None, space: Space, chat: Chat) -> Verdict:
    """Out of the trash."""
    return may_take_back(member, space, chat)


def may_watch_chat(member: Member | None, space: Space, chat: Chat) -> Verdict:
    """Be there for the pupils, open it for an hour, close it, decide about messages: teachers."""
    verdict = may_read_chat(member, chat) and while_open(space)
    if not verdict or member is None:
        return verdict
    return granted() if member.is_adult else refused(_TEACHERS)


def may_read_transcript(member: Member | None, chat: Chat) -> Verdict:
    """Everything that was said, also what pupils do not see: teachers, in a closed project too."""
    verdict = may_read_chat(member, chat)
    if not verdict or member is None:
        return verdict
    return granted() if member.is_adult else hidden()


def may_say(member: Member | None, space: Space, chat: Chat, door: Door) -> Verdict:
    """Teachers while the chat is not closed; pupils while its door is open, too (H5)."""
    verdict = may_read_chat(member, chat)
    if not verdict or member is None:
        return verdict
    verdict = may_write_place(member, space, chat.place)
    if not verdict:
        return verdict
    if chat.is_closed:
        return refused(_CLOSED)
    if member.is_pupil and not door.is_open:
        return refused(_NOBODY_HERE)
    return granted()


def may_see_message(member: Member | None, message: ChatMessage) -> Verdict:
    """Teachers see every message; others what is shown and was not taken back; authors their own
    while it waits, was refused or hidden."""
    verdict = may_read_chat(member, message.chat)
    if not verdict or member is None or member.is_adult:
        return verdict
    if message.taken_back_at is not None:
        return hidden()
    if message.author_id == member.pk:
        return granted()
    is_shown = message.state == MessageState.SHOWN and message.hidden_at is None
    return granted() if is_shown else hidden()


def may_withdraw_message(member: Member | None, space: Space, message: ChatMessage) -> Verdict:
    """One's own; teachers still read it in the transcript."""
    verdict = may_see_message(member, message) and while_open(space)
    if not verdict or member is None:
        return verdict
    if message.taken_back_at is not None:
        return hidden()
    return granted() if message.author_id == member.pk else refused(_OWN)


def may_judge_message(member: Member | None, space: Space, message: ChatMessage) -> Verdict:
    """Let a waiting message through or refuse it: teachers of the space."""
    return may_watch_chat(member, space, message.chat)


def may_hide_message(member: Member | None, space: Space, message: ChatMessage) -> Verdict:
    """Hide or show again: teachers of the space, never what a report withholds."""
    verdict = may_watch_chat(member, space, message.chat)
    if not verdict:
        return verdict
    return refused(_WITHHELD) if message.withheld_at is not None else granted()


def may_have_place(member: Member, place: str) -> Verdict:
    """Chats stand in the whole space or in the staff room; pupils have none of their own (H2)."""
    allowed = place in {SpacePlace.WHOLE, SpacePlace.STAFF_ROOM} and member.is_adult
    return granted() if allowed else hidden()
