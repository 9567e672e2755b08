"""Reading a country's register: codes as text, chosen columns only."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, BinaryIO, Protocol

from django.utils.translation import pgettext_lazy

from opentwinning.core.text import clean_line
from opentwinning.core.verdicts import Invalid
from opentwinning.people.organisations.queries.cells import (
    address,
    number,
    position,
    web_address,
    with_capitals,
)
from opentwinning.people.organisations.queries.tables import Reading, Table, opened_table
from opentwinning.people.organisations.vocabulary import (
    BATCH,
    PROBLEMS_KEPT,
    REGISTER_FIELDS,
    Problem,
)

_WIDTHS = {"name": 250, "kind": 60, "place": 120, "region": 120, "postcode": 20,
           "legal_name": 250, "accreditation": 60}  # fmt: skip
_ONLY = ("schools_when", "open_when")
_FILTERS = (*_ONLY, "closed_when_filled", "not_schools_when", "not_open_when")
_DAMAGED = re.compile(r"\d+[.,]\d+E\+\d+", re.IGNORECASE)  # 1,20E+11: the rest of the code is lost
_NO_COLUMN = pgettext_lazy("register", "The file has no column “%(column)s”. Change the mapping.")
_NEEDS = pgettext_lazy("register", "The mapping needs a column for code and name.")


class Plan(Protocol):
    """What a ``RegisterMapping`` says; an import keeps its own copy."""

    @property
    def columns(self) -> dict[str, str]: ...
    @property
    def empty_markers(self) -> list[str]: ...
    @property
    def rules(self) -> dict[str, Any]: ...


@dataclass(frozen=True, slots=True)
class KeptPlan:
    """The mapping of one import."""

    columns: dict[str, str]
    empty_markers: list[str]
    rules: dict[str, Any]


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
    legal_name: str = ""
    accreditation: str = ""


@dataclass
class RegisterFile:
    """A file and its mapping. Memory: one batch of rows, and the codes."""

    file: BinaryIO
    reading: Reading
    mapping: Plan
    on_problem: Callable[[Problem, int, str], None] | None = None
    codes: set[str] = field(default_factory=set)
    parents: dict[str, str] = field(default_factory=dict)  # code → code of its parent
    left_out: int = 0
    problems: list[dict[str, Any]] = field(default_factory=list)
    problem_counts: Counter[str] = field(default_factory=Counter)

    def batches(self) -> Iterator[list[Row]]:
        """The schools in batches. Raises ``Invalid`` when the file does not fit its mapping."""
        batch: list[Row] = []
        with opened_table(self.file, self.reading) as table:
            for row in self._rows(table):
                batch.append(row)
                if len(batch) == BATCH:
                    yield batch
                    batch = []
        if batch:
            yield batch

    def problem(self, kind: Problem, line: int, value: str = "") -> None:
        """Note one; the first ones are kept in full, all are counted."""
        self.problem_counts[kind.value] += 1
        if len(self.problems) < PROBLEMS_KEPT:
            self.problems.append({"line": line, "what": kind.value, "value": value[:80]})
        if self.on_problem:
            self.on_problem(kind, line, value[:80])

    def report_unknown_parents(self) -> None:
        """After all rows: branches whose parent stands nowhere in the file."""
        for code, parent in self.parents.items():
            if parent not in self.codes:
                self.problem(Problem.UNKNOWN_PARENT, 0, code)

    def _rows(self, table: Table) -> Iterator[Row]:
        columns: dict[str, int] = {}
        for line, cells in table.rows():
            columns = columns or self._columns(table.headings)
            row = self._row(line, cells, columns, len(table.headings))
            if row is not None:
                yield row
        if not columns:
            self._columns(table.headings)

    def _columns(self, headings: list[str]) -> dict[str, int]:
        """Position of each column we read; others are never looked at (personal data)."""
        places = {clean_line(name): at for at, name in reversed(list(enumerate(headings)))}
        rules = self.mapping.rules
        wanted = {k: v for k, v in self.mapping.columns.items() if k in REGISTER_FIELDS and v}
        wanted |= {rule: rules[rule]["column"] for rule in _FILTERS if rules.get(rule)}
        if "code" not in wanted or "name" not in wanted:
            raise Invalid(_NEEDS, "columns")
        for name in wanted.values():
            if clean_line(name) not in places:
                raise Invalid(str(_NO_COLUMN) % {"column": clean_line(name)}, "file")
        return {key: places[clean_line(name)] for key, name in wanted.items()}

    def _row(self, line: int, cells: list[str], columns: dict[str, int], width: int) -> Row | None:
        if not self._is_row(line, cells, columns, width):
            return None
        values = {key: self._cell(key, cells[at]) for key, at in columns.items() if at < len(cells)}
        if self._is_filtered(values):
            self.left_out += 1
            return None
        if not self._is_sound(line, values["code"], values["name"]):
            return None
        return self._school(line, values)

    def _is_row(self, line: int, cells: list[str], columns: dict[str, int], width: int) -> bool:
        filled = [cell for cell in cells if cell.strip()]
        if len(filled) == 1 and width > 3 and not any(c.isdigit() for c in filled[0]):
            self.left_out += 1  # a title between the rows, such as the name of a region
            return False
        if len(cells) <= max(columns["code"], columns["name"]):
            self.problem(Problem.SHORT_LINE, line)
            return False
        if any(cell.strip() for cell in cells[width:]):
            self.problem(Problem.LONG_LINE, line, clean_line(cells[columns["code"]]))
            return False
        return True

    def _is_filtered(self, values: dict[str, str]) -> bool:
        """Not a school, or one that is closed."""
        if values.get("closed_when_filled"):
            return True
        return any(
            (values.get(rule, "") in words) != (rule in _ONLY)
            for rule, words in self._words.items()
        )

    @cached_property
    def _words(self) -> dict[str, set[str]]:
        """Of the rules that tell rows by a word: what to keep, what to leave out."""
        rules = {rule: self.mapping.rules.get(rule) for rule in _FILTERS}
        return {
            rule: set(found["values"])
            for rule, found in rules.items()
            if found and "values" in found
        }

    def _is_sound(self, line: int, code: str, name: str) -> bool:
        problem = (
            (not code and Problem.NO_CODE)
            or (not name and Problem.NO_NAME)
            or (len(code) > 40 and Problem.LONG_CODE)
            or (_DAMAGED.fullmatch(code) and Problem.DAMAGED_CODE)
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
        latitude, longitude = position(values.get("position", ""))
        found = dict(zip(("postcode", "place"), address(values.get("address", "")), strict=True))
        texts |= {key: value for key, value in found.items() if value and not texts[key]}
        return Row(
            line=line,
            code=code,
            website=web_address(values.get("website", "")),
            latitude=latitude or number(values.get("latitude", ""), 90),
            longitude=longitude or number(values.get("longitude", ""), 180),
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
            value = with_capitals(value, rules.get("small_words", []))
        return str(rules.get("values", {}).get(key, {}).get(value, value))
