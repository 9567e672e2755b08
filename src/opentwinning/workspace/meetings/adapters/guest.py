"""Somebody who goes into a meeting elsewhere."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Guest:
    """Who goes in: her name as members read it, a key that is hers in this meeting only."""

    key: str
    name: str
    is_teacher: bool
