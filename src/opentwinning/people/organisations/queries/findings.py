"""The dry run: the whole file beside the schools that are here, every finding in a report."""

import csv
import io
import json
from collections.abc import Callable, Iterator
from dataclasses import astuple, dataclass, field
from typing import Any, BinaryIO, TextIO

from django.utils.translation import pgettext

from opentwinning.core.text import spreadsheet_cell
from opentwinning.people.organisations.models import Organisation, RegisterImport
from opentwinning.people.organisations.queries.intake import kept_plan
from opentwinning.people.organisations.queries.register_file import RegisterFile, Row
from opentwinning.people.organisations.queries.registers import (
    Comparison,
    active_in_register,
    compared,
    moved_branches,
    vanished,
)
from opentwinning.people.organisations.queries.tables import Reading
from opentwinning.people.organisations.vocabulary import BATCH, PROBLEM_LABELS, Problem


@dataclass(slots=True)
class Findings:
    """What an import would do: counts, and the first problems in full."""

    known: int = 0
    rows: int = 0
    counts: dict[str, int] = field(default_factory=dict)
    problem_counts: dict[str, int] = field(default_factory=dict)
    problems: list[dict[str, Any]] = field(default_factory=list)


class Report:
    """The findings as a CSV that every spreadsheet opens and none calculates (C8)."""

    def __init__(self, stream: TextIO) -> None:
        stream.write("\ufeff")
        self._rows = csv.writer(stream)
        self._rows.writerow(
            [
                pgettext("register", "Finding"),
                pgettext("register", "Line"),
                pgettext("register", "Code"),
                pgettext("register", "Name"),
                pgettext("register", "Details"),
            ]
        )

    def add(self, what: str, line: int, code: str, name: str = "", details: str = "") -> None:
        cells = [what, str(line or ""), code, name, details]
        self._rows.writerow([spreadsheet_cell(cell) for cell in cells])


def look_through(
    done: RegisterImport,
    upload: BinaryIO,
    rows: BinaryIO,
    report: Report,
    tell: Callable[[int], None],
) -> Findings:
    """Read everything once. Chosen columns go to ``rows``, findings to ``report``; ``tell`` hears
    how many rows are read. Raises ``Invalid`` when the file does not fit. Memory: one batch and
    the codes."""
    plan = kept_plan(done)

    def note(problem: Problem, line: int, value: str) -> None:
        report.add(str(PROBLEM_LABELS[problem]), line, value)

    reading = RegisterFile(upload, Reading.restored(done.reading), plan, on_problem=note)
    open_now = active_in_register(done.country, done.closing, done.mapping_id)
    found = Findings(known=open_now.count())
    created: set[str] = set()
    changed: set[str] = set()
    for batch in reading.batches():
        write_rows(rows, batch)
        for each in compared(done.country, batch, plan):
            _add(report, each, created, changed)
        found.rows += len(batch)
        tell(found.rows)
    reading.report_unknown_parents()
    moved = moved_branches(done.country, plan, reading.codes, reading.parents)
    changed |= set(moved) - created
    gone = vanished(open_now, reading.codes)
    _add_closed(report, gone)
    found.counts = {
        "created": len(created),
        "changed": len(changed),
        "unchanged": found.rows - len(created) - len(changed),
        "closed": len(gone),
        "left_out": reading.left_out,
    }
    found.problem_counts, found.problems = dict(reading.problem_counts), reading.problems
    return found


def _add(report: Report, each: Comparison, created: set[str], changed: set[str]) -> None:
    row = each.row
    if each.is_new:
        created.add(row.code)
        report.add(pgettext("register", "New"), row.line, row.code, row.name, row.place)
    elif each.changed:
        changed.add(row.code)
        details = "; ".join(f"{name}: {getattr(row, name, '')}" for name in each.changed)
        report.add(pgettext("register", "Changed"), row.line, row.code, row.name, details)


def _add_closed(report: Report, gone: list[int]) -> None:
    for start in range(0, len(gone), BATCH):
        schools = Organisation.objects.filter(pk__in=gone[start : start + BATCH]).order_by("code")
        for school in schools:
            report.add(pgettext("register", "Closed"), 0, school.code, school.name, school.place)


def write_rows(stream: BinaryIO, batch: list[Row]) -> None:
    """Keep a batch: one row each line."""
    lines = (json.dumps(astuple(row), ensure_ascii=False) + "\n" for row in batch)
    stream.write("".join(lines).encode())


def kept_rows(stream: BinaryIO, start: int) -> Iterator[tuple[list[Row], int]]:
    """Batches of kept rows from a byte on, each with the byte where the next one begins."""
    stream.seek(start)
    batch: list[Row] = []
    for line in stream:
        batch.append(Row(*json.loads(line)))
        start += len(line)
        if len(batch) == BATCH:
            yield batch, start
            batch = []
    if batch:
        yield batch, start


def codes_of(stream: BinaryIO) -> tuple[set[str], dict[str, str]]:
    """All codes of kept rows, and code → code of the parent."""
    codes: set[str] = set()
    parents: dict[str, str] = {}
    for batch, _ in kept_rows(stream, 0):
        codes.update(row.code for row in batch)
        parents.update((row.code, row.parent) for row in batch if row.parent)
    return codes, parents


def text_of(stream: BinaryIO) -> TextIO:
    """A text stream over a file that is written as UTF-8."""
    return io.TextIOWrapper(stream, encoding="utf-8", newline="")
