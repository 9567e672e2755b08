"""The shape of what teachers of the demo world give to others."""

from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True)
class DemoResource:
    """Something a teacher gives to others (L-12), with one text as a file."""

    author: str
    day: int
    title: str
    about: str
    kind: str
    language: str
    licence: str
    subjects: list[str]
    ages: list[str]
    file: str
    content: str
    thanked_by: list[str] = field(default_factory=list)
