"""Facts about activities."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ActivityOpened:
    """``tell``: accounts of the other teachers of the space."""

    activity_ref: str
    title: str
    name: str
    tell: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class HandedIn:
    """``tell``: accounts of the teachers of the pupil's class, when it is the first that waits for
    them in this activity."""

    activity_ref: str
    title: str
    tell: tuple[int, ...]
