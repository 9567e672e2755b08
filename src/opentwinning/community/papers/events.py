"""Facts about papers."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PaperSent:
    """The stamped form is at the office."""

    educator_id: int
    ref: str
