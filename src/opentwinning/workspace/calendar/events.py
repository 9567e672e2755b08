"""Facts about the calendar. ``tell`` are the accounts of those who should hear of it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EventPlanned:
    space_id: int
    event_ref: str
    title: str
    name: str
    tell: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class EventsBrought:
    """Out of a file of another calendar: so many new or changed."""

    space_id: int
    space_ref: str
    count: int
    name: str
    tell: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class EventMoved:
    space_id: int
    event_ref: str
    title: str
    name: str
    tell: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class EventCancelled:
    space_id: int
    event_ref: str
    title: str
    name: str
    tell: tuple[int, ...]
