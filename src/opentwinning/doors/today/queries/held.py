"""What is held about a person, in words; and what becomes of it when she is erased."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import pgettext

from opentwinning.core.privacy import OnErasure, Subject, declarations
from opentwinning.doors.today.vocabulary import TABLES


@dataclass(frozen=True, slots=True)
class Section:
    """One table: what it is for, how long it is kept, its rows as (name, value) pairs."""

    title: str
    purpose: str
    retention: str
    rows: list[list[tuple[str, str]]]


def sections_of(exported: dict[str, list[dict[str, Any]]]) -> list[Section]:
    """An export as sections to read; empty values are left out."""
    found = []
    for declared in _declared():
        rows = exported.get(declared.model._meta.label_lower, [])
        if rows:
            found.append(
                Section(
                    title=_title(declared.model),
                    purpose=declared.purpose,
                    retention=declared.retention,
                    rows=[_readable(row) for row in rows],
                )
            )
    return found


def fates() -> list[tuple[str, str]]:
    """(table, what erasure does to it) for every table that knows something about an educator."""
    words = {
        OnErasure.DELETE: pgettext("erasure", "Deleted"),
        OnErasure.BLANK: pgettext("erasure", "Stays without your name"),
        OnErasure.KEEP: pgettext("erasure", "Kept, because the law or others need it"),
    }
    return [(_title(declared.model), words[declared.on_erasure]) for declared in _declared()]


def _declared() -> list[Any]:
    """One declaration per table, in a steady order."""
    mine = {d.model: d for d in declarations() if d.subject is Subject.EDUCATOR}
    return sorted(mine.values(), key=lambda d: (d.model._meta.app_label, d.model.__name__))


def _title(model: Any) -> str:
    name = TABLES.get(model._meta.label_lower, model._meta.verbose_name)
    return str(name)


def _readable(row: dict[str, Any]) -> list[tuple[str, str]]:
    return [
        (name.replace("_", " "), _short(str(value)))
        for name, value in row.items()
        if value not in {"", "None", "{}", "[]"}
    ]


def _short(value: str) -> str:
    """What is not text is not written out for people; the file for machines holds it."""
    if value.startswith("data:;base64,"):
        return pgettext("my data", "A picture. The file for other programs holds it.")
    return value
