"""Saying something, and taking it back."""

import datetime as dt

from django.utils.translation import npgettext, pgettext_lazy

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.events import emit
from opentwinning.core.verdicts import Invalid, Refused, deny_unless, hidden
from opentwinning.facilities.limits.actions import within_limits
from opentwinning.people.safeguarding.queries import watched_words
from opentwinning.people.safeguarding.queries.hints import hints_in
from opentwinning.workspace.chats.actions.run import locked
from opentwinning.workspace.chats.events import MessageHeld
from opentwinning.workspace.chats.models import Chat, ChatMessage
from opentwinning.workspace.chats.policies import may_say, may_withdraw_message
from opentwinning.workspace.chats.queries.door import door_of
from opentwinning.workspace.chats.vocabulary import (
    ADULT_PACE,
    FIRST,
    MAX_TEXT,
    PUPIL_PACE,
    MessageState,
)
from opentwinning.workspace.spaces.models import Member
from opentwinning.workspace.spaces.queries import guardians_in, member_of

_NOTHING = pgettext_lazy("chat", "Write something first.")
_TOO_LONG = pgettext_lazy("chat", "This is too long for a chat. Send it in two parts.")
_TOO_FAST = pgettext_lazy("chat", "Slowly, please: wait a moment, then send it again.")


def say(*, by: Actor, chat: Chat, text: str, send_key: str = "") -> ChatMessage:
    """One message more. Sent again with the same key it is the same message (F5). A pupil's text
    that may say too much waits for a teacher (H14); too many at once are refused (F7)."""
    pace = PUPIL_PACE if by.is_pupil else ADULT_PACE
    known = _sent(member_of(by, chat.space), send_key)
    if known is not None and known.chat_id == chat.pk:
        return known
    if not within_limits("chats.say", by.key, pace):
        raise Invalid(_TOO_FAST, "text")
    return _say(by=by, chat=chat, text=text, send_key=send_key)


@action
def _say(*, by: Actor, chat: Chat, text: str, send_key: str) -> ChatMessage:
    chat = locked(chat)
    member = member_of(by, chat.space)
    deny_unless(may_say(member, chat.space, chat, door_of(chat)))
    if member is None:
        raise Refused(hidden())
    if not text:
        raise Invalid(_NOTHING, "text")
    if len(text) > MAX_TEXT:
        raise Invalid(_TOO_LONG, "text")
    sent = _sent(member, send_key)
    if sent is not None:
        return sent
    if member.is_pupil:
        _wait_for_turn(chat, member)
    waits = _why_it_waits(chat, member, text)
    message = ChatMessage.objects.create(
        chat=chat,
        number=chat.last_number + 1,
        change=chat.last_change + 1,
        author=member,
        text=text,
        language=by.language,
        send_key=send_key,
        created_at=now(),
        state=MessageState.HELD if waits else MessageState.SHOWN,
        held_for=",".join(waits),
    )
    chat.last_number, chat.last_change, chat.last_at = message.number, message.change, now()
    chat.save(update_fields=["last_number", "last_change", "last_at"])
    note(message, waits=bool(waits))
    if waits:
        _tell_teachers(chat, message)
    return message


def _sent(member: Member | None, send_key: str) -> ChatMessage | None:
    """What the member has sent under a key already."""
    if member is None or not send_key:
        return None
    return ChatMessage.objects.filter(author=member, send_key=send_key).first()


def _wait_for_turn(chat: Chat, member: Member) -> None:
    """Slow mode: so many seconds between two messages of a pupil."""
    pause = dt.timedelta(seconds=chat.slow_seconds)
    mine = ChatMessage.objects.filter(chat=chat, author=member).order_by("-number")
    last = mine.values_list("created_at", flat=True).first()
    if pause and last is not None and now() < last + pause:
        seconds = int((last + pause - now()).total_seconds()) + 1
        words = npgettext(
            "chat",
            "Slow chat: you can send again in %(count)d second.",
            "Slow chat: you can send again in %(count)d seconds.",
            seconds,
        )
        raise Invalid(words % {"count": seconds}, "text")


def _why_it_waits(chat: Chat, member: Member, text: str) -> list[str]:
    """Nothing of a teacher waits."""
    if not member.is_pupil:
        return []
    found: list[str] = [*hints_in(text, watched_words())]
    seen = ChatMessage.objects.filter(chat=chat, author=member, state=MessageState.SHOWN)
    if chat.holds_first and not seen.exists():
        found.append(FIRST)
    return found


def _tell_teachers(chat: Chat, message: ChatMessage) -> None:
    """Once, until somebody has looked at all that waits."""
    waiting = ChatMessage.objects.filter(chat=chat, state=MessageState.HELD)
    if not waiting.exclude(pk=message.pk).exists():
        emit(MessageHeld(chat.pk, chat.ref, chat.title, guardians_in(chat.space_id)))


@action
def withdraw_message(*, by: Actor, message: ChatMessage) -> ChatMessage:
    """Others do not see it any more; teachers still read it in the transcript."""
    message = changed(message)
    space = message.chat.space
    deny_unless(may_withdraw_message(member_of(by, space), space, message))
    message.taken_back_at = now()
    message.save(update_fields=["taken_back_at", "change"])
    note(message)
    return message


def changed(message: ChatMessage) -> ChatMessage:
    """The message as it stands, with the chat's next change: whoever looks on learns of it. The
    caller saves ``change`` with what it changes."""
    chat = locked(message.chat)
    chat.last_change += 1
    chat.save(update_fields=["last_change"])
    rows = ChatMessage.objects.select_for_update(of=("self",))
    found = rows.select_related("author__pupil", "author__account").get(pk=message.pk)
    found.chat, found.change = chat, chat.last_change
    return found
