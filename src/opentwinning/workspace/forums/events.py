"""Facts about the forum."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ThreadOpened:
    space_id: int
    thread_id: int


@dataclass(frozen=True, slots=True)
class ReplyAdded:
    """``tell_account_id``: whoever opened the thread, when this is her first unread reply."""

    space_id: int
    thread_id: int
    thread_ref: str
    title: str
    reply_id: int
    name: str
    tell_account_id: int | None = None


@dataclass(frozen=True, slots=True)
class ReplyHidden:
    """``tell_account_id`` of the author, or None for a pupil or oneself."""

    space_id: int
    thread_ref: str
    reply_id: int
    tell_account_id: int | None
    reason: str
