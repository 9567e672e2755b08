"""Facts about meetings."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MeetingPlanned:
    """A teacher planned a meeting, or put it to another time. ``tell``: accounts of the other
    teachers."""

    meeting_ref: str
    title: str
    name: str
    tell: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class MeetingCalledOff:
    """It does not take place."""

    meeting_ref: str
    title: str
    name: str
    tell: tuple[int, ...]
