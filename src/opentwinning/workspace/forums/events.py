"""Facts about the forum."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ThreadOpened:
    space_id: int
    thread_id: int


@dataclass(frozen=True, slots=True)
class ReplyAdded:
    """``tell_account_id``: the opener, when this is her first unread reply, else 0."""

    space_id: int
    thread_id: int
    thread_ref: str
    title: str
    reply_id: int
    name: str
    tell_account_id: int = 0
