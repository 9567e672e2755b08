"""Two texts word by word, and three texts made one (G7)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
MAX_TOKENS = 30_000  # beyond this, lines are compared instead of words


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text that stayed, came or went."""

    kind: Literal["same", "added", "removed"]
    text: str


def compared(before: str, after: str) -> list[Piece]:
    """Differences in words, in reading order: removed before added."""
    old, new = _tokens(before), _tokens(after)
    pieces: list[Piece] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(Piece("same", "".join(old[i1:i2])))
            continue
        if i1 < i2:
            pieces.append(Piece("removed", "".join(old[i1:i2])))
        if j1 < j2:
            pieces.append(Piece("added", "".join(new[j1:j2])))
    return pieces


def _tokens(text: str) -> list[str]:
    tokens = _TOKEN.findall(text)
    return tokens if len(tokens) <= MAX_TOKENS else text.splitlines(keepends=True)


def merged(base: str, mine: str, theirs: str) -> tuple[str, bool]:
    """Both people's changes in one text, paragraph by paragraph. Where both changed the same
    paragraph it stands twice, mine first; the flag says whether that happened. Nothing is lost.
    """
    a, b, c = _paragraphs(base), _paragraphs(mine), _paragraphs(theirs)
    out: list[str] = []
    doubled = False
    at_a = at_b = at_c = 0
    for sync_a, sync_b, sync_c, length in _common(a, b, c):
        old, my, their = a[at_a:sync_a], b[at_b:sync_b], c[at_c:sync_c]
        if my in (old, their):
            out += their
        elif their == old:
            out += my
        else:
            out += [*my, *their]
            doubled = True
        out += a[sync_a : sync_a + length]
        at_a, at_b, at_c = sync_a + length, sync_b + length, sync_c + length
    return "\n\n".join(out), doubled


def _paragraphs(text: str) -> list[str]:
    return [part.strip("\n") for part in re.split(r"\n{2,}", text.strip("\n"))] if text else []


def _common(a: list[str], b: list[str], c: list[str]) -> Iterator[tuple[int, int, int, int]]:
    """Runs of paragraphs that all three texts share: starts in a, b, c, and length."""
    in_b = SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
    in_c = SequenceMatcher(None, a, c, autojunk=False).get_matching_blocks()
    x = y = 0
    while x < len(in_b) and y < len(in_c):
        start = max(in_b[x].a, in_c[y].a)
        end = min(in_b[x].a + in_b[x].size, in_c[y].a + in_c[y].size)
        if start < end:
            yield (
                start,
                in_b[x].b + start - in_b[x].a,
                in_c[y].b + start - in_c[y].a,
                end - start,
            )
        if in_b[x].a + in_b[x].size < in_c[y].a + in_c[y].size:
            x += 1
        else:
            y += 1
    yield len(a), len(b), len(c), 0
