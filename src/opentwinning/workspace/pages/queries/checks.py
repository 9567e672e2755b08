"""What a text lacks for readers who do not see it (accessibility rule 9)."""

import re
from dataclasses import dataclass

from opentwinning.core import richtext

_PICTURE = re.compile(r"!\[([^\]]*)\]\(")
_EMPTY_LINK = re.compile(r"(?<!!)\[\s*\]\(")


@dataclass(frozen=True, slots=True)
class Flaws:
    """Counts; all zero means fine."""

    heading_jumps: int = 0
    bare_pictures: int = 0
    empty_links: int = 0

    def __bool__(self) -> bool:
        return bool(self.heading_jumps or self.bare_pictures or self.empty_links)


def flaws_of(text: str) -> Flaws:
    """Headings that skip a level, pictures without words, links without words."""
    levels = [max(2, level) for level in richtext.headings(text)]
    jumps = sum(1 for a, b in zip([1, *levels], levels, strict=False) if b > a + 1)
    bare = sum(1 for words in _PICTURE.findall(text) if not words.strip())
    return Flaws(jumps, bare, len(_EMPTY_LINK.findall(text)))
