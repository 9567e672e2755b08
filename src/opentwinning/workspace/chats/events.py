"""Facts about chats."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MessageHeld:
    """A pupil's message waits for a teacher. ``tell``: accounts of those who look after the
    space, when it is the first that waits."""

    chat_id: int
    chat_ref: str
    title: str
    tell: tuple[int, ...]
