"""The shape of activities of the demo world."""

from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True)
class DemoHandIn:
    """What a pupil (by nickname) handed in on a day; ``approved``: the day of a teacher's yes;
    ``answer``: what she asked a day later."""

    by: str
    day: int
    text: str
    approved: int | None = None
    answer: str = ""


@dataclass(frozen=True, kw_only=True)
class DemoActivity:
    """An activity in a phase of a project, set on ``written`` and due on ``due``."""

    project: str
    by: str
    phase: str
    written: int
    due: int
    title: str
    text: str
    opened: bool = True
    handed: list[DemoHandIn] = field(default_factory=list)
