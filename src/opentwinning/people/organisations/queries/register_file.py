"""Reading a country's register: any delimiter and encoding, codes as text, chosen columns only."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, BinaryIO

from django.utils.translation import pgettext_lazy

from opentwinning.core.text import clean_line
from opentwinning.core.verdicts import Invalid
from opentwinning.people.organisations.models import RegisterMapping
from opentwinning.people.organisations.vocabulary import (
    BATCH,
    PROBLEMS_KEPT,
    REGISTER_FIELDS,
    Problem,
)

_WIDTHS = {"name": 250, "kind": 60, "place": 120, "region": 120, "postcode": 20, "website": 300}
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_BAD_ENCODING = pgettext_lazy(
    "register", "The file has another encoding than the mapping says. Nothing was imported."
)
_BAD_FILE = pgettext_lazy(
    "register", "The file cannot be read as a table. Check delimiter and quotes."
)
_NO_COLUMN = pgettext_lazy("register", "The file has no column “%(column)s”. Change the mapping.")


@dataclass(frozen=True, slots=True)
class Row:
    """One school as the register writes it; ``parent`` is the code of the school it belongs to."""

    line: int
    code: str
    name: str
    kind: str = ""
    place: str = ""
    region: str = ""
    postcode: str = ""
    website: str = ""
    latitude: float | None = None
    longitude: float | None = None
    parent: str = ""


@dataclass(slots=True)
class RegisterFile:
    """A file and its mapping. Memory: one batch of rows, and the codes."""

    file: BinaryIO
    mapping: RegisterMapping
    codes: set[str] = field(default_factory=set)
    parents: dict[str, str] = field(default_factory=dict)  # code → code of its parent
    left_out: int = 0
    problems: list[dict[str, Any]] = field(default_factory=list)
    problem_counts: Counter[str] = field(default_factory=Counter)

    def batches(self) -> Iterator[list[Row]]:
        """The schools in batches. Raises ``Invalid`` when the file does not fit its mapping."""
        batch: list[Row] = []
        try:
            for row in self._rows():
                batch.append(row)
                if len(batch) == BATCH:
                    yield batch
                    batch = []
        except UnicodeError as error:
            raise Invalid(_BAD_ENCODING, "file") from error
        except csv.Error as error:
            raise Invalid(_BAD_FILE, "file") from error
        if batch:
            yield batch

    def problem(self, kind: Problem, line: int, value: str = "") -> None:
        """Note one; the first ones are kept in full, all are counted."""
        self.problem_counts[kind] += 1
        if len(self.problems) < PROBLEMS_KEPT:
            self.problems.append({"line": line, "what": kind.value, "value": value[:80]})

    def _rows(self) -> Iterator[Row]:
        self.file.seek(0)
        start = self.file.read(4)
        self.file.seek(0)
        marked = next((name for mark, name in _MARKS if start.startswith(mark)), None)
        encoding = marked or self.mapping.encoding
        try:
            text = io.TextIOWrapper(self.file, encoding=encoding, newline="")
        except LookupError as error:
            raise Invalid(_BAD_ENCODING, "file") from error
        try:
            lines = csv.reader(text, delimiter=self.mapping.delimiter)
            columns = self._columns(next(lines, []))
            for cells in lines:
                row = self._row(lines.line_num, cells, columns)
                if row is not None:
                    yield row
        finally:
            text.detach()  # the file belongs to the caller

    def _columns(self, heading: list[str]) -> dict[str, int]:
        """Position of each column we read; others are never looked at (personal data)."""
        places = {clean_line(name): at for at, name in reversed(list(enumerate(heading)))}
        rules = self.mapping.rules
        wanted = {k: v for k, v in self.mapping.columns.items() if k in REGISTER_FIELDS and v}
        for rule in ("schools_when", "open_when"):
            if rules.get(rule):
                wanted[rule] = rules[rule]["column"]
        for needed in ("code", "name"):
            if needed not in wanted:
                raise Invalid(
                    pgettext_lazy("register", "The mapping needs a column for code and name."),
                    "columns",
                )
        for name in wanted.values():
            if clean_line(name) not in places:
                raise Invalid(str(_NO_COLUMN) % {"column": clean_line(name)}, "file")
        return {key: places[clean_line(name)] for key, name in wanted.items()}

    def _row(self, line: int, cells: list[str], columns: dict[str, int]) -> Row | None:
        if not any(cell.strip() for cell in cells):
            return None
        if len(cells) <= max(columns.values()):
            self.problem(Problem.SHORT_LINE, line)
            return None
        rules = self.mapping.rules
        for rule in ("schools_when", "open_when"):
            if rule in columns and clean_line(cells[columns[rule]]) not in rules[rule]["values"]:
                self.left_out += 1
                return None
        values = {key: self._cell(key, cells[at]) for key, at in columns.items()}
        if not self._is_sound(line, values["code"], values["name"]):
            return None
        return self._school(line, values)

    def _is_sound(self, line: int, code: str, name: str) -> bool:
        problem = (
            (not code and Problem.NO_CODE)
            or (not name and Problem.NO_NAME)
            or (len(code) > 40 and Problem.LONG_CODE)
            or (code in self.codes and Problem.DOUBLED_CODE)
        )
        if problem:
            self.problem(problem, line, code or name)
        return not problem

    def _school(self, line: int, values: dict[str, str]) -> Row:
        code, parent = values["code"], values.get("parent", "")
        self.codes.add(code)
        if parent and parent != code:
            self.parents[code] = parent
        texts = {key: values.get(key, "")[:width].strip() for key, width in _WIDTHS.items()}
        return Row(
            line=line,
            code=code,
            latitude=_number(values.get("latitude", ""), 90),
            longitude=_number(values.get("longitude", ""), 180),
            parent=self.parents.get(code, ""),
            **texts,
        )

    def _cell(self, key: str, cell: str) -> str:
        value = clean_line(cell)
        if value in self.mapping.empty_markers:
            return ""
        rules = self.mapping.rules
        if pattern := rules.get("patterns", {}).get(key):
            found = re.search(pattern, value[:500])
            value = found.group(1).strip() if found else ""
        if key in rules.get("capitals", []):
            value = _with_capitals(value, rules.get("small_words", []))
        return str(rules.get("values", {}).get(key, {}).get(value, value))


def _with_capitals(value: str, small_words: list[str]) -> str:
    """A name as people write it: "VALEA LUPULUI-NOUĂ" becomes "Valea Lupului-Nouă"."""

    def written(found: re.Match[str]) -> str:
        word = found.group().lower()
        return word if word in small_words else word.capitalize()

    return re.sub(r"[^\W\d_]+", written, value)


def _number(value: str, limit: int) -> float | None:
    try:
        number = float(value.replace(",", "."))
    except ValueError:
        return None
    return number if -limit <= number <= limit else None
