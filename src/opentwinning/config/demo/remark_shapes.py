"""The shape of remarks of the demo world."""

from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True)
class DemoRemark:
    """Said about a page of a project, with answers: who, and what; ``signs``: who gives which."""

    project: str
    page: str
    by: str
    written: int
    text: str
    quote: str = ""
    settled: bool = False
    answers: dict[str, str] = field(default_factory=dict)
    signs: dict[str, str] = field(default_factory=dict)
