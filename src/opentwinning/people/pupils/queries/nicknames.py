"""Nicknames: what a pasted list holds, what is wrong with a line, and names made by the house."""

import re
import secrets
import tomllib
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path

from django.core.exceptions import ValidationError
from django.utils.translation import pgettext

from opentwinning.core.text import clean_line, folded, no_pile_of_marks, skeleton
from opentwinning.people.pupils.vocabulary import MAX_NICKNAME, RESERVED

_WORDS = Path(__file__).parent.parent / "nicknames.toml"
_CELLS = re.compile(r"[\t;,|]+")
_HEADERS = frozenset({"nickname", "nicknames", "vzdevek", "porecla", "kaldenavn", "name", "names"})
_PHONE = re.compile(r"(?:\d[\s./()-]*){7,}")
_MAIL = re.compile(r"\S@\S|\bhttps?://|\bwww\.", re.IGNORECASE)
_DRAW = secrets.SystemRandom()
MAX_SKELETON = 60


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a list: the nickname, what must change, what to think about."""

    nickname: str
    problem: str = ""
    doubt: str = ""

    @property
    def skeleton(self) -> str:
        return skeleton(self.nickname)


def pasted_nicknames(text: str) -> list[str]:
    """Nicknames of a pasted text: one per line, or all on one line between commas. Numbers before a
    name, quotation marks, empty cells and a header line go."""
    rows = [_row(line) for line in text.replace("\ufeff", "").splitlines()]
    rows = [row for row in rows if row]
    if len(rows) == 1:
        return rows[0]
    if rows and folded(rows[0][0]) in _HEADERS:
        rows = rows[1:]
    return [" ".join(row) for row in rows]


def _row(line: str) -> list[str]:
    cells = (clean_line(cell.strip(" \"'“”„«»")) for cell in _CELLS.split(line))
    cells = (re.sub(r"^\d+\s*[.)]\s*", "", cell) for cell in cells)
    return [cell for cell in cells if cell and not cell.isdecimal()]


def judged(nicknames: Sequence[str], taken: Iterable[str] = ()) -> list[Line]:
    """Each nickname with its problem and doubt; ``taken`` are skeletons of the class."""
    seen = dict.fromkeys(taken, "")
    lines = []
    for raw in nicknames:
        nickname = clean_line(raw)
        problem = nickname_problem(nickname)
        shape = skeleton(nickname)
        if not problem and shape in seen:
            problem = _double(seen[shape])
        seen.setdefault(shape, nickname)
        lines.append(Line(nickname, problem, "" if problem else name_doubt(nickname)))
    return lines


def _double(earlier: str) -> str:
    if earlier:
        return pgettext("nickname", "This looks like “%(name)s” in your list.") % {"name": earlier}
    return pgettext("nickname", "A pupil of this class has this name, or one that looks like it.")


def nickname_problem(nickname: str) -> str:
    """Why it cannot be used at all, or ""."""
    problems = (
        (
            not any(unicodedata.category(c)[0] in "LN" for c in nickname),
            pgettext("nickname", "Write a nickname with letters."),
        ),
        (
            len(nickname) > MAX_NICKNAME or len(skeleton(nickname)) > MAX_SKELETON,
            pgettext("nickname", "Use at most 30 characters."),
        ),
        (
            bool(_MAIL.search(nickname)),
            pgettext("nickname", "No e-mail or web addresses here. Choose a nickname."),
        ),
        (
            bool(_PHONE.search(nickname)),
            pgettext("nickname", "This looks like a phone number. Choose a nickname."),
        ),
        (
            any(skeleton(word) in _reserved() for word in nickname.split()),
            pgettext("nickname", "Others could think this is a teacher. Choose another name."),
        ),
    )
    return next((sentence for wrong, sentence in problems if wrong), "") or _marks(nickname)


def _marks(nickname: str) -> str:
    try:
        no_pile_of_marks(nickname)
    except ValidationError as trouble:
        return " ".join(trouble.messages)
    return ""


@cache
def _reserved() -> frozenset[str]:
    return frozenset(skeleton(word) for word in RESERVED)


def name_doubt(nickname: str) -> str:
    """A sentence when the line looks like a real full name: two words or more, each with a capital,
    and none of them a colour or an animal."""
    names = [word for word in nickname.split() if word[:1].isupper() and word.isalpha()]
    if len(names) < 2 or any(_stem(word) in _stems() for word in nickname.split()):
        return ""
    return pgettext("nickname", "Is this a real name? A nickname keeps the child safe.")


def _stem(word: str) -> str:
    return folded(word)[:4]


@cache
def _stems() -> frozenset[str]:
    return frozenset(
        _stem(word)
        for words in _word_lists().values()
        for part in ("colours", "animals", "known")
        for entry in words.get(part, [])
        for word in entry.replace("|", " ").split()
        if len(word) > 2
    )


def made_nicknames(count: int, language: str, taken: Iterable[str] = ()) -> list[str]:
    """So many new nicknames, colour and animal, in the language of the class."""
    known = frozenset(taken)
    made = _all_made(language if language in _word_lists() else "en")
    free = [name for name in made if skeleton(name) not in known]
    return _DRAW.sample(free, min(count, len(free)))


@cache
def _all_made(language: str) -> tuple[str, ...]:
    words = _word_lists()[language]
    pairs = product(words["colours"], words["animals"])
    return tuple(dict.fromkeys(_joined(colour, animal, language) for colour, animal in pairs))


def _joined(colour: str, animal: str, language: str) -> str:
    """Adjectives agree with the animal's gender: ``modra|moder|modro`` and ``sova|f``."""
    noun, _, gender = animal.partition("|")
    forms = colour.split("|")
    form = forms["fmn".index(gender)] if gender and len(forms) > 1 else forms[0]
    pair = f"{noun} {form}" if language == "ro" else f"{form} {noun}"
    return pair[:1].upper() + pair[1:]


@cache
def _word_lists() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(_WORDS.read_text(encoding="utf-8"))
