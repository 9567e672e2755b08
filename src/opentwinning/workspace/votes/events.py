"""Facts about polls."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PollOpened:
    """``tell``: accounts of the other teachers of the space; ``is_time``: a time is looked for."""

    poll_ref: str
    title: str
    name: str
    is_time: bool
    tell: tuple[int, ...]
