"""Types of the demo data about walls."""

from dataclasses import dataclass, field

from opentwinning.config.demo.shapes import Written


@dataclass(frozen=True, kw_only=True)
class DemoWallPost:
    """A post on somebody's wall. ``circle`` as the walls app names them."""

    by: str
    day: int
    text: str
    hour: int = 10
    title: str = ""
    language: str = "en"
    circle: str = "all"
    comments: list[Written] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class DemoWalls:
    """Who follows whom, and all posts."""

    follows: dict[str, list[str]]
    posts: list[DemoWallPost]


@dataclass(frozen=True, kw_only=True)
class DemoReport:
    """A post on a wall, or a comment ``below`` one, that was reported, and what an office decided.
    ``after``: so many days later."""

    by: str
    day: int
    text: str
    reported_by: str
    reason: str
    measure: str
    after: int
    title: str = ""
    below: str = ""
    words: str = ""
    answer: str = ""
