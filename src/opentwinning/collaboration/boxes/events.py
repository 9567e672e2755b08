"""Facts about boxes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BoxOrdered:
    """Somebody is to make it."""

    ref: str


@dataclass(frozen=True, slots=True)
class BoxReady:
    """It waits for its owner; ``space_ref`` and ``title`` say of what project."""

    account_id: int
    space_ref: str
    title: str


@dataclass(frozen=True, slots=True)
class BoxFailed:
    """It could not be made."""

    account_id: int
    space_ref: str
    title: str


@dataclass(frozen=True, slots=True)
class ArrivalSent:
    """A box is here: somebody is to look through it."""

    ref: str


@dataclass(frozen=True, slots=True)
class ArrivalWanted:
    """Its owner wants it taken in."""

    ref: str


@dataclass(frozen=True, slots=True)
class ArrivalSettled:
    """Taken in, or not: ``is_taken`` says which."""

    account_id: int
    ref: str
    title: str
    is_taken: bool
