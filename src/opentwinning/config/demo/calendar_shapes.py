"""The shape of what is planned in the TwinSpaces of the demo world."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class DemoEvent:
    """An event of a project, ``day`` days from now and written on ``written``. Without ``begins``
    it is about whole days; times are those of its writer."""

    project: str
    by: str
    written: int
    day: int
    title: str
    language: str = "en"
    days: int = 1
    begins: str = ""
    ends: str = ""
    where: str = ""
    text: str = ""
    staff: bool = False
    cancelled: int | None = None  # the day on which it was cancelled
