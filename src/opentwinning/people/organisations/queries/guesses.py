"""Which column means what: guessed from headings in many languages and from what the cells hold."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256

from opentwinning.core.text import clean_line, folded
from opentwinning.people.organisations.queries.cells import address, number, position, web_address
from opentwinning.people.organisations.queries.heading_words import (
    CLOSED,
    EMPTY,
    OPEN_STATE,
    PERSONAL,
    WORDS,
)

_MAIL = re.compile(r"\S+@\S+\.\S+")
_POSTCODE = re.compile(
    r"(?:[A-Z]{1,3}[- ]?)?\d{3} ?\d{2}|(?:[A-Z]{1,3}-)?\d{3,6}|\d{2}-\d{3}|\d{4} ?[A-Z]{2}"
    r"|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|\d{4}-\d{3}"
)
_CODE = re.compile(r"(?=.*\d)[\w./ -]{1,24}|\d+[.,]\d+E\+\d+")
_ENOUGH = 5.0


@dataclass(slots=True)
class Guess:
    """A mapping to begin with, and why some columns stay unread."""

    columns: dict[str, str] = field(default_factory=dict)  # our field → heading
    personal: list[str] = field(default_factory=list)  # headings of columns about people
    empty_markers: list[str] = field(default_factory=list)
    closed: str = ""  # heading of the date of closing
    state: str = ""  # heading of a word such as open, closed


@dataclass(slots=True)
class _Column:
    """What one column of the sample holds."""

    heading: str
    word: str
    cells: list[str]
    rows: int

    @property
    def filled(self) -> float:
        return len(self.cells) / self.rows if self.rows else 0

    @property
    def distinct(self) -> float:
        return len(set(self.cells)) / len(self.cells) if self.cells else 0

    def share(self, fits: "re.Pattern[str]") -> float:
        return sum(bool(fits.fullmatch(c)) for c in self.cells) / len(self.cells or [1])


type _Fit = Callable[[_Column, list[_Column]], float]


def layout_of(headings: list[str]) -> str:
    """A key for the headings of a file, whatever their order."""
    joined = "\n".join(sorted(folded(heading) for heading in headings))
    return sha256(joined.encode()).hexdigest()[:32]


def guessed(headings: list[str], rows: list[list[str]]) -> Guess:
    """A mapping for these headings and first rows; each column means one thing at most."""
    columns = [_column(heading, at, rows) for at, heading in enumerate(headings)]
    personal = {c.heading for c in columns if _is_personal(c)}
    usable = [c for c in columns if c.heading not in personal]
    scores = sorted(
        ((_score(name, c, usable), -at, name, c) for name in WORDS for at, c in enumerate(usable)),
        key=lambda entry: entry[:3],
        reverse=True,
    )
    found: dict[str, str] = {}
    for score, _, name, column in scores:
        if score >= _ENOUGH and name not in found and column.heading not in found.values():
            found[name] = column.heading
    if "latitude" in found and "longitude" in found:
        found.pop("position", None)
    if "place" in found and "postcode" in found:
        found.pop("address", None)
    left = [c for c in usable if c.heading not in found.values()]
    return Guess(
        columns={name: found[name] for name in WORDS if name in found},
        personal=[heading for heading in headings if heading in personal],
        empty_markers=_markers(rows),
        closed=next((c.heading for c in left if CLOSED.search(c.word) and c.filled < 1), ""),
        state=next((c.heading for c in left if _is_state(c)), ""),
    )


def _markers(rows: list[list[str]]) -> list[str]:
    """Words for "nothing" that occur, as they are written."""
    cells = Counter(clean_line(cell) for row in rows for cell in row if 0 < len(cell) < 30)
    return sorted(cell for cell, count in cells.items() if count > 1 and folded(cell) in EMPTY)


def _column(heading: str, at: int, rows: list[list[str]]) -> _Column:
    cells = [clean_line(row[at]) for row in rows if at < len(row)]
    kept = [cell for cell in cells if cell and folded(cell) not in EMPTY]
    return _Column(heading, folded(heading).replace("_", " "), kept, len(rows))


def _is_personal(column: _Column) -> bool:
    if column.share(_MAIL) > 0.3:
        return True
    return bool(PERSONAL.search(column.word))


def _is_state(column: _Column) -> bool:
    return bool(OPEN_STATE.search(column.word)) and 0 < len(set(column.cells)) <= 12


def _score(name: str, column: _Column, columns: list[_Column]) -> float:
    sure, hint, never = WORDS[name]
    word = column.word
    spelled = word.replace(" ", "_")
    says = 7.0 if sure.search(word) or sure.search(spelled) else 2.0 if hint.search(word) else 0.0
    if says < 7 and never.search(word):
        return 0
    if not column.cells:
        return says - 4 if says else 0
    return says + _FITS[name](column, columns)


def _code(column: _Column, columns: list[_Column]) -> float:
    fits = column.filled > 0.95 and column.share(_CODE) > 0.9
    doubled = len(column.cells) - len(set(column.cells))
    if not fits or doubled > max(2, len(column.cells) // 10):
        return -9
    running = [int(c) for c in column.cells[:50] if c.isdecimal()]
    is_counter = len(running) > 2 and running == list(range(running[0], running[0] + len(running)))
    return 3 * column.distinct - (4 if is_counter and running[0] <= 1 else 0)


def _name(column: _Column, columns: list[_Column]) -> float:
    letters = sum(any(c.isalpha() for c in cell) for cell in column.cells) / len(column.cells)
    if letters < 0.8 or column.filled < 0.9:
        return -9
    length = sum(map(len, column.cells)) / len(column.cells)
    return 2 * column.distinct + min(length / 20, 2) - 1


def _place(column: _Column, columns: list[_Column]) -> float:
    letters = sum(any(c.isalpha() for c in cell) for cell in column.cells) / len(column.cells)
    numbers = sum(any(c.isdigit() for c in cell) for cell in column.cells) / len(column.cells)
    return -9 if letters < 0.8 or numbers > 0.5 else 1 + column.distinct


def _postcode(column: _Column, columns: list[_Column]) -> float:
    share = column.share(_POSTCODE)
    return -9 if share < 0.6 else 2 * share


def _legal_name(column: _Column, columns: list[_Column]) -> float:
    """A second name: many registers fill it only where it differs."""
    letters = sum(any(c.isalpha() for c in cell) for cell in column.cells) / len(column.cells)
    return -9 if letters < 0.8 else 0


def _accreditation(column: _Column, columns: list[_Column]) -> float:
    """A number or a short code; a yes or no says only that there is one."""
    numbers = sum(any(c.isdigit() for c in cell) for cell in column.cells) / len(column.cells)
    return -9 if numbers < 0.8 else 0


def _few(column: _Column, columns: list[_Column]) -> float:
    numbers = sum(cell.replace(",", "").isdecimal() for cell in column.cells) / len(column.cells)
    many = len(set(column.cells)) > 150
    return -9 if numbers > 0.5 or many else 1


def _website(column: _Column, columns: list[_Column]) -> float:
    share = sum(bool(web_address(cell)) for cell in column.cells) / len(column.cells)
    return -9 if share < 0.5 else 3 * share


def _degrees(limit: int) -> _Fit:
    def fit(column: _Column, columns: list[_Column]) -> float:
        good = [cell for cell in column.cells if number(cell, limit) is not None]
        precise = sum("." in cell or "," in cell for cell in good)
        return -9 if precise < len(column.cells) * 0.5 else 2

    return fit


def _position(column: _Column, columns: list[_Column]) -> float:
    share = sum(position(cell)[0] is not None for cell in column.cells) / len(column.cells)
    return -9 if share < 0.6 else 6


def _address(column: _Column, columns: list[_Column]) -> float:
    """Street, town and postcode in one cell."""
    share = sum(all(address(cell)) for cell in column.cells) / len(column.cells)
    return -9 if share < 0.6 else 3 * share


def _parent(column: _Column, columns: list[_Column]) -> float:
    """Codes of other rows stand here: many of them occur in a column of codes."""
    own = set(column.cells)
    others = (set(c.cells) for c in columns if c is not column and c.distinct > 0.95)
    best = max((len(own & codes) / len(own) for codes in others), default=0)
    if column.share(_CODE) < 0.8:
        return -9
    return 3 * best


_FITS: dict[str, _Fit] = {
    "code": _code, "name": _name, "place": _place, "postcode": _postcode, "region": _few,
    "kind": _few, "website": _website, "latitude": _degrees(90), "longitude": _degrees(180),
    "position": _position, "parent": _parent, "address": _address,
    "legal_name": _legal_name, "accreditation": _accreditation,
}  # fmt: skip
