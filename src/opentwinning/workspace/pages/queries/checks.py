"""What a text lacks for readers who do not see it (accessibility rule 9)."""

import re
from dataclasses import dataclass

from opentwinning.core import richtext
from opentwinning.core.blocks import BlockKind
from opentwinning.core.text import folded
from opentwinning.workspace.pages.vocabulary import VAGUE_LINKS

_PICTURE = re.compile(r"!\[([^\]]*)\]\(")
_AROUND = " .,:;!?…»«›‹„“”\"'()[]→>-–"
_VAGUE = frozenset(folded(words) for words in VAGUE_LINKS)


@dataclass(frozen=True, slots=True)
class Flaws:
    """Counts, and the words of links that do not say where they lead; nothing means fine."""

    heading_jumps: int = 0
    bare_pictures: int = 0
    empty_links: int = 0
    vague_links: tuple[str, ...] = ()
    silent_films: int = 0

    def __bool__(self) -> bool:
        counts = self.heading_jumps or self.bare_pictures or self.empty_links
        return bool(counts or self.vague_links or self.silent_films)


def flaws_of(text: str) -> Flaws:
    """Headings that skip a level, pictures without words, links without words or with such that say
    nothing when they are heard alone, films without captions."""
    levels = [max(2, level) for level in richtext.headings(text)]
    jumps = sum(1 for a, b in zip([1, *levels], levels, strict=False) if b > a + 1)
    bare = sum(1 for words in _PICTURE.findall(text) if not words.strip())
    links = richtext.link_words(text)
    vague = dict.fromkeys(words for words in links if folded(words).strip(_AROUND) in _VAGUE)
    films = richtext.set_pieces(text, BlockKind.VIDEO)
    silent = sum(1 for film in films if all(each.is_picture for each in film.pieces[1:]))
    return Flaws(jumps, bare, links.count(""), tuple(vague), silent)
