"""States are a table, not ifs (J-03, G5)."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Protocol

from opentwinning.core.verdicts import Invalid, Text


class HasState(Protocol):
    state: str


type Table[S: StrEnum] = Mapping[S, frozenset[S]]


def move[S: StrEnum](thing: HasState, *, to: S, table: Table[S], sentence: Text) -> S:
    """Set ``thing.state`` when the table allows it; return the state it left. The caller saves."""
    left = type(to)(thing.state)
    if to not in table.get(left, frozenset()):
        raise Invalid(sentence)
    thing.state = to
    return left
