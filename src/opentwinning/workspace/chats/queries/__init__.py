"""Reading chats."""

from opentwinning.workspace.chats.queries.access import (
    access_chat,
    access_hours,
    access_message,
    access_transcript,
    access_trashed_chat,
    message_to_report,
)
from opentwinning.workspace.chats.queries.door import Watch, door_of, watch_of, watches_of
from opentwinning.workspace.chats.queries.lists import (
    ChatLine,
    News,
    chats_in,
    hours_of,
    lively_chats,
    messages_before,
    news_after,
    transcript_of,
    trash_of,
)

__all__ = [
    "ChatLine",
    "News",
    "Watch",
    "access_chat",
    "access_hours",
    "access_message",
    "access_transcript",
    "access_trashed_chat",
    "chats_in",
    "door_of",
    "hours_of",
    "lively_chats",
    "message_to_report",
    "messages_before",
    "news_after",
    "transcript_of",
    "trash_of",
    "watch_of",
    "watches_of",
]
