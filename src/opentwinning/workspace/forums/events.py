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


@dataclass(frozen=True, slots=True)
class ReplyHeld:
    """A pupil's words wait until a teacher has looked. ``tell``: accounts of the teachers of her
    class, when it is the first that waits in this talk."""

    thread_ref: str
    title: str
    tell: tuple[int, ...]
