"""The shape of meetings of the demo world."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class DemoMeeting:
    """Planned on ``written`` for an hour of another day (0 is now), by its teacher's clock."""

    project: str
    by: str
    written: int
    day: int
    hour: int
    title: str
    place: str = "whole"
