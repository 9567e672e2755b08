"""Facts about remarks."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RemarkWritten:
    """``tell``: accounts of who made the thing and of those who talk about it already; ``url``:
    where the remark stands."""

    kind: str
    thing_ref: str
    title: str
    name: str
    url: str
    tell: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class RemarkHeld:
    """A pupil's words wait until a teacher has looked. ``tell``: accounts of the teachers of her
    class, when they are the first that wait here."""

    title: str
    url: str
    tell: tuple[int, ...]
