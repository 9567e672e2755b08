"""The shape of polls of the demo world."""

from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True)
class DemoPoll:
    """Asked on ``written`` in a project. ``choices``: words, or days from now at ten o'clock of who
    asks (then ``times``). ``votes``: nickname or teacher, and the numbers of her choices."""

    project: str
    by: str
    written: int
    title: str
    choices: list[str] = field(default_factory=list)
    times: list[int] = field(default_factory=list)
    text: str = ""
    place: str = "whole"
    names: bool = False
    closed: int | None = None
    votes: dict[str, list[int]] = field(default_factory=dict)
