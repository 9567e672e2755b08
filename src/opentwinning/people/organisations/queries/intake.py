"""A file that was received: how it is read, what its columns mean, which rows to leave out."""

from collections import Counter
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any, BinaryIO

from opentwinning.core.actor import Actor
from opentwinning.core.text import clean_line, folded
from opentwinning.core.verdicts import Refused, hidden
from opentwinning.people.organisations.models import RegisterImport, RegisterMapping
from opentwinning.people.organisations.policies import may_import_register
from opentwinning.people.organisations.queries.guesses import Guess, guessed, layout_of
from opentwinning.people.organisations.queries.heading_words import NO_SCHOOLS
from opentwinning.people.organisations.queries.register_file import KeptPlan
from opentwinning.people.organisations.queries.registers import mapping_of
from opentwinning.people.organisations.queries.tables import Reading, find_reading, opened_table
from opentwinning.people.organisations.vocabulary import (
    KINDS_LISTED,
    ROWS_LISTED,
    ROWS_SHOWN,
    ROWS_WEIGHED,
    Closing,
    TableKind,
)


@dataclass(slots=True)
class Look:
    """The top of a file: how it was read, its first rows, and a mapping to begin with."""

    reading: Reading
    headings: list[str]
    rows: list[list[str]]
    plan: dict[str, Any]  # columns, empty_markers, rules, as a RegisterMapping keeps them
    personal: list[str] = field(default_factory=list)
    is_remembered: bool = False  # the country's officers read such a file before


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a column, how often it stands there, and whether its rows are taken."""

    text: str
    count: int
    is_taken: bool


def access_import(actor: Actor, ref: str) -> RegisterImport:
    """The door: an import of a country the actor is in charge of; others look absent."""
    found = RegisterImport.objects.select_related("mapping").filter(ref=ref).first()
    if found is None or not may_import_register(actor, found.country):
        raise Refused(hidden())
    return found


def look_into(file: BinaryIO, country: str, reading: Reading | None = None) -> Look:
    """Read the top of a file and guess the rest. Raises ``Invalid`` for what is no table."""
    reading = reading or find_reading(file, country)
    with opened_table(file, reading) as table:
        rows = [cells for _, cells in islice(table.rows(), ROWS_WEIGHED)]
        reading, headings = table.reading, table.headings
    guess = guessed(headings, rows)
    known = remembered(country, headings)
    return Look(
        reading=reading,
        headings=headings,
        rows=[[clean_line(cell) for cell in cells] for cells in rows[:ROWS_SHOWN]],
        plan=_plan_of(known) if known else _plan_from(guess),
        personal=guess.personal,
        is_remembered=known is not None,
    )


def remembered(country: str, headings: list[str]) -> RegisterMapping | None:
    """The mapping of the last file with these headings; else one whose columns are all here."""
    if exact := mapping_of(country, layout_of(headings)):
        return exact
    here = {clean_line(heading) for heading in headings}
    for mapping in RegisterMapping.objects.filter(country=country, layout=""):
        if mapping.columns and here.issuperset(clean_line(c) for c in mapping.columns.values()):
            return mapping
    return None


def _plan_of(mapping: RegisterMapping) -> dict[str, Any]:
    return {
        "columns": mapping.columns,
        "empty_markers": mapping.empty_markers,
        "rules": mapping.rules,
    }


def _plan_from(guess: Guess) -> dict[str, Any]:
    rules: dict[str, Any] = {}
    if guess.closed:
        rules["closed_when_filled"] = {"column": guess.closed}
    if guess.state:
        rules["not_open_when"] = {"column": guess.state}
    if kind := guess.columns.get("kind"):
        rules["not_schools_when"] = {"column": kind}
    return {
        "columns": guess.columns,
        "empty_markers": ["", *guess.empty_markers],
        "rules": rules,
    }


def kept_plan(done: RegisterImport) -> KeptPlan:
    """The mapping as it was for this import."""
    plan = done.plan
    return KeptPlan(
        columns=plan.get("columns", {}),
        empty_markers=plan.get("empty_markers", [""]),
        rules=plan.get("rules", {}),
    )


def words_of(file: BinaryIO, done: RegisterImport, rule: str) -> list[Word]:
    """The words of the column that ``rule`` looks at, the commonest first; nothing when there are
    too many to tick one by one. Words that name no school are proposed to be left out."""
    found = kept_plan(done).rules.get(rule)
    reading = Reading.restored(done.reading)
    if not found or found["column"] not in done.headings:
        return []
    at = done.headings.index(found["column"])
    counts: Counter[str] = Counter()
    with opened_table(file, reading) as table:
        for _, cells in islice(table.rows(), ROWS_LISTED[TableKind(reading.kind)]):
            counts[clean_line(cells[at]) if at < len(cells) else ""] += 1
    if len(counts) > KINDS_LISTED:
        return []
    left_out = set(found.get("values", []))
    is_new = "values" not in found  # nobody has chosen yet
    return [
        Word(text, count, is_taken=not (text in left_out or (is_new and _is_other(text))))
        for text, count in counts.most_common()
    ]


def _is_other(word: str) -> bool:
    return bool(NO_SCHOOLS.search(folded(word)))


def default_closing(country: str, layout: str) -> Closing:
    """A file is the whole register until another layout of the country was imported too."""
    others = RegisterMapping.objects.filter(country=country).exclude(layout__in=["", layout])
    return Closing.LAYOUT if others.exists() else Closing.WHOLE


def read_as(reading: Reading, **changes: Any) -> Reading:
    """The same file read in another way, because a person said so."""
    return replace(reading, **changes, is_certain=True)
