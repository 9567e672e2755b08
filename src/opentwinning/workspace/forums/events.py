"""Facts about the forum."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ThreadOpened:
    space_id: int
    thread_id: int


@dataclass(frozen=True, slots=True)
class ReplyAdded:
    space_id: int
    thread_id: int
    reply_id: int
