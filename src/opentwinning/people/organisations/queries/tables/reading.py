"""Any register file as rows of text: how it is read is found out, and may be corrected."""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from itertools import islice
from typing import Any, BinaryIO

from django.utils.translation import pgettext_lazy

from opentwinning.core.text import clean_line, folded
from opentwinning.core.verdicts import Invalid
from opentwinning.people.organisations.queries.tables.containers import unpacked
from opentwinning.people.organisations.queries.tables.encodings import guess_encoding, marked
from opentwinning.people.organisations.queries.tables.web_table import rows_of_page
from opentwinning.people.organisations.queries.tables.workbook import rows_of_sheet, sheets
from opentwinning.people.organisations.vocabulary import DELIMITERS, HEADING_WITHIN, TableKind

csv.field_size_limit(1 << 20)
_BAD_ENCODING = pgettext_lazy(
    "register", "The file has another encoding than the mapping says. Nothing was imported."
)
_BAD_FILE = pgettext_lazy(
    "register", "The file cannot be read as a table. Check delimiter and quotes."
)
type Line = tuple[int, list[str]]


@dataclass(frozen=True, slots=True)
class Reading:
    """How a file is read. ``heading_row`` counts from 1; 0 means that there is no heading."""

    kind: str = TableKind.TEXT
    encoding: str = "utf-8"
    delimiter: str = ","
    sheet: str = ""
    heading_row: int = 1
    is_certain: bool = True  # the encoding
    sheets: tuple[str, ...] = ()

    def stored(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def restored(cls, values: dict[str, Any]) -> "Reading":
        return cls(**{**values, "sheets": tuple(values.get("sheets", ()))})


@dataclass(slots=True)
class Table:
    """An opened register: headings, and rows below them with their line numbers."""

    file: BinaryIO
    reading: Reading
    headings: list[str] = field(default_factory=list)

    def rows(self) -> Iterator[Line]:
        """Rows below the heading, blank ones and repeated headings left out. Raises ``Invalid``
        when the file does not fit how it is said to be read."""
        lines = _checked(_lines(self.file, self.reading))
        plain: list[str] | None = None
        for at, (line, cells) in enumerate(lines, start=1):
            if at == self.reading.heading_row:
                plain = [clean_line(cell) for cell in cells]
                self.headings = named(plain)
            elif at > self.reading.heading_row and any(cell.strip() for cell in cells):
                self._widen(cells)
                if plain is None or not _is_same(cells, plain):
                    yield line, cells

    def begin(self) -> None:
        """Read the headings."""
        next(self.rows(), None)

    def _widen(self, cells: list[str]) -> None:
        if self.reading.heading_row == 0 and len(cells) > len(self.headings):
            self.headings = named([""] * len(cells))


def _is_same(cells: list[str], plain: list[str]) -> bool:
    """The heading once more, as lists printed in parts repeat it."""
    return clean_line(cells[0]) == plain[0] and [clean_line(cell) for cell in cells] == plain


def named(headings: list[str]) -> list[str]:
    """Each heading once: "" becomes "Column 3", the second "Name" becomes "Name (2)"."""
    seen: Counter[str] = Counter()
    names = []
    for at, heading in enumerate(headings, start=1):
        name = heading or f"Column {at}"
        seen[name] += 1
        names.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    while names and not headings[len(names) - 1]:
        names.pop()
    return names if any(headings) else [f"Column {at}" for at in range(1, len(headings) + 1)]


@contextmanager
def opened_table(file: BinaryIO, reading: Reading) -> Iterator[Table]:
    """The table of a file, read as said. Archives are unpacked first."""
    plain, kind = unpacked(file)
    try:
        yield Table(plain, replace(reading, kind=kind))
    finally:
        if plain is not file:
            plain.close()


def find_reading(file: BinaryIO, country: str) -> Reading:
    """How this file is to be read, found by its content. Raises ``Invalid`` for no table at all."""
    plain, kind = unpacked(file)
    try:
        reading = _first_guess(plain, kind, country)
        lines = list(islice(_checked(_lines(plain, reading)), 400))
    finally:
        if plain is not file:
            plain.close()
    return replace(reading, heading_row=_heading_row([cells for _, cells in lines]))


def _first_guess(file: BinaryIO, kind: TableKind, country: str) -> Reading:
    if kind == TableKind.WORKBOOK:
        names = sheets(file)
        return Reading(kind=kind, sheet=names[0] if names else "", sheets=tuple(names))
    encoding = guess_encoding(file, country)
    if kind == TableKind.TEXT:
        delimiter = _delimiter(file, encoding.name)
        return Reading(kind, encoding.name, delimiter, is_certain=encoding.is_certain)
    return Reading(kind, encoding.name, is_certain=encoding.is_certain)


def _lines(file: BinaryIO, reading: Reading) -> Iterator[Line]:
    if reading.kind == TableKind.WORKBOOK:
        return rows_of_sheet(file, reading.sheet)
    if reading.kind == TableKind.WEB_PAGE:
        return rows_of_page(file, _encoding(file, reading))
    return _rows_of_text(file, _encoding(file, reading), reading.delimiter)


def _encoding(file: BinaryIO, reading: Reading) -> str:
    file.seek(0)
    return marked(file.read(4)) or reading.encoding


def _rows_of_text(file: BinaryIO, encoding: str, delimiter: str) -> Iterator[Line]:
    file.seek(0)
    text = io.TextIOWrapper(file, encoding=encoding, newline="")
    try:
        lines = csv.reader(text, delimiter=delimiter)
        last = 0
        for cells in lines:
            last = lines.line_num
            yield last, cells
    finally:
        text.detach()  # the file belongs to the caller


def _checked(lines: Iterator[Line]) -> Iterator[Line]:
    try:
        yield from lines
    except (UnicodeError, LookupError) as error:
        raise Invalid(_BAD_ENCODING, "file") from error
    except csv.Error as error:
        raise Invalid(_BAD_FILE, "file") from error


def _delimiter(file: BinaryIO, encoding: str) -> str:
    """The sign that cuts the first lines into the most columns of equal number."""

    def worth(delimiter: str) -> float:
        try:
            rows = [c for _, c in islice(_rows_of_text(file, encoding, delimiter), 300) if any(c)]
        except (csv.Error, UnicodeError):
            return 0
        widths = Counter(len(cells) for cells in rows)
        width, often = max(widths.items(), key=lambda item: (item[1], item[0]), default=(1, 0))
        return (width - 1) * often / len(rows) if rows else 0

    weighed = {delimiter: worth(delimiter) for delimiter in DELIMITERS}
    return max(DELIMITERS, key=lambda each: weighed[each])


def _heading_row(rows: list[list[str]]) -> int:
    """The first row of the table proper: as wide as most rows, all words, none a number. 0 when the
    first wide row is a school already."""
    widths = Counter(_filled(cells) for cells in rows if _filled(cells) > 1)
    usual = max(widths, key=lambda width: (widths[width], width), default=1)
    for at, cells in enumerate(rows[:HEADING_WITHIN], start=1):
        if _filled(cells) >= max(2, usual * 0.6) or (usual == 1 and _filled(cells)):
            return at if _looks_like_heading(cells) else 0
    return 1


def _filled(cells: list[str]) -> int:
    return sum(1 for cell in cells if cell.strip())


def _looks_like_heading(cells: list[str]) -> bool:
    words = [folded(cell) for cell in cells if cell.strip()]
    numbers = sum(1 for word in words if word.replace(" ", "").replace(",", "").isdecimal())
    addresses = sum(1 for word in words if "@" in word or word.startswith(("http", "www.")))
    return numbers == 0 and addresses == 0 and len(set(words)) >= len(words) * 0.6
