"""Facts about spaces."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SpaceOpened:
    space_id: int


@dataclass(frozen=True, slots=True)
class SpaceMadeReadOnly:
    space_id: int


@dataclass(frozen=True, slots=True)
class SpaceEmptied:
    """Every tool deletes what it holds of this space, in this transaction."""

    space_id: int


@dataclass(frozen=True, slots=True)
class MemberJoined:
    space_id: int
    member_id: int


@dataclass(frozen=True, slots=True)
class MemberLeft:
    space_id: int
    member_id: int
