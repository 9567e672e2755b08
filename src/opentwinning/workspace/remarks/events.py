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
