"""The shape of chats of the demo world."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class DemoSaid:
    """What an educator (by key) or a pupil (by nickname) says."""

    by: str
    text: str


@dataclass(frozen=True, kw_only=True)
class DemoChat:
    """A chat of a project, open for an hour ``day`` days from now."""

    project: str
    by: str
    day: int
    hour: int
    title: str
    said: list[DemoSaid]
