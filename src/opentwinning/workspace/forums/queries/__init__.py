"""Reading the forum."""

from opentwinning.workspace.forums.queries.access import (
    access_deleted_reply,
    access_reply,
    access_thread,
    access_trashed_thread,
    reply_to_report,
)
from opentwinning.workspace.forums.queries.box import replies_to_take, threads_to_take
from opentwinning.workspace.forums.queries.lists import (
    ThreadLine,
    latest_threads,
    read_number,
    replies_in,
    threads_in,
    trash_of,
)

__all__ = [
    "ThreadLine",
    "access_deleted_reply",
    "access_reply",
    "access_thread",
    "access_trashed_thread",
    "latest_threads",
    "read_number",
    "replies_in",
    "replies_to_take",
    "reply_to_report",
    "threads_in",
    "threads_to_take",
    "trash_of",
]
