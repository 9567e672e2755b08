"""Facts of walls."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WallPostWritten:
    post_id: int
    author_id: int  # educator
