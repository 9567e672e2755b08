"""Messages and the bar above them as templates show them: plain values."""

from typing import Any

from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import pgettext

from opentwinning.core.clock import today
from opentwinning.core.components.avatar import Avatar
from opentwinning.core.components.formats import (
    clock_time,
    country_name,
    day_in_words,
    moment_in_words,
)
from opentwinning.people.safeguarding.queries.hints import Hint
from opentwinning.workspace.chats.models import ChatMessage
from opentwinning.workspace.chats.queries import Watch
from opentwinning.workspace.chats.vocabulary import FIRST, MessageState
from opentwinning.workspace.spaces.queries import Presence
from opentwinning.workspace.spaces.vocabulary import SpaceState


def row(presence: Presence, message: ChatMessage) -> dict[str, Any]:
    """One message for one reader, and what she may do about it."""
    member, author = presence.member, message.author
    own, is_open = author.pk == member.pk, presence.space.state == SpaceState.OPEN
    is_watched = member.is_adult and is_open
    waits = message.state == MessageState.HELD
    return {
        "message": message,
        "drawing": Avatar(key=author.ref).person,
        "name": author.shown_name,
        "code": author.country,
        "country": country_name(author.country),
        "is_teacher": author.is_adult,
        "own": own,
        "at": _when(message),
        "day": day_in_words(timezone.localtime(message.created_at).date()),
        "note": _note(message, is_adult=member.is_adult),
        "may_judge": is_watched and waits,
        "may_hide": is_watched and not own and not waits and message.hidden_at is None
        and message.taken_back_at is None and message.state == MessageState.SHOWN,
        "may_show": is_watched and message.hidden_at is not None and message.withheld_at is None,
        "may_withdraw": own and is_open and message.taken_back_at is None,
        "may_report": not own,
    }  # fmt: skip


def _when(message: ChatMessage) -> str:
    """The time of today, or the day with the time."""
    at = timezone.localtime(message.created_at)
    return clock_time(at) if at.date() == today() else moment_in_words(at)


def rendered(presence: Presence, message: ChatMessage) -> str:
    """The markup of one message."""
    return render_to_string("chats/message.html", {"row": row(presence, message)})


def _note(message: ChatMessage, *, is_adult: bool) -> str:
    """What is special about it, for whoever sees it nevertheless."""
    if message.taken_back_at is not None:
        return pgettext("chat", "Taken back by its author. Only teachers still see it.")
    if message.withheld_at is not None:
        return pgettext("safeguarding", "Hidden after a report.")
    if message.hidden_at is not None:
        return pgettext("chat", "Hidden by a teacher: %(why)s") % {"why": message.hidden_reason}
    words = {
        MessageState.SHOWN: "",
        MessageState.REFUSED: pgettext(
            "chat", "A teacher did not let this through. Only its author and teachers see it."
        ),
        MessageState.HELD: pgettext("chat", "Waits for you: %(why)s")
        if is_adult
        else pgettext("chat", "This waits for a teacher: %(why)s. Only you and teachers see it."),
    }[MessageState(message.state)]
    return words % {"why": _why(message)} if "%" in words else words


def _why(message: ChatMessage) -> str:
    words = {
        Hint.PHONE: pgettext("chat hint", "there may be a telephone number in it"),
        Hint.MAIL: pgettext("chat hint", "there may be a mail address in it"),
        Hint.LINK: pgettext("chat hint", "there is a link in it"),
        Hint.HANDLE: pgettext("chat hint", "it may lead to another programme"),
        Hint.ADDRESS: pgettext("chat hint", "somebody may live there"),
        Hint.WORD: pgettext("chat hint", "there is a word to look at in it"),
        FIRST: pgettext("chat hint", "it is the first message"),
    }
    return ", ".join(words[each] for each in message.held_for.split(",") if each in words)


def bar(presence: Presence, watch: Watch) -> dict[str, Any]:
    """Who is here, and until when or from when pupils may write."""
    door = watch.door
    return {
        "is_open": door.is_open,
        "is_closed": door.is_closed,
        "is_adult": presence.member.is_adult,
        "teachers": [each.shown_name for each in watch.teachers],
        "missing": max(0, door.needed - door.schools),
        "until": clock_time(timezone.localtime(watch.running.ends_at)) if watch.running else "",
        "coming": moment_in_words(watch.coming.begins_at) if watch.coming else "",
    }


def bar_rendered(presence: Presence, watch: Watch) -> str:
    """The markup of the bar."""
    return render_to_string("chats/bar.html", {"bar": bar(presence, watch)})
