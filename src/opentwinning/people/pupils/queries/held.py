"""Everything stored about a pupil, in parts to read (J2)."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from opentwinning.core.privacy import Subject, declarations, exported
from opentwinning.people.pupils.models import Pupil

TITLES: dict[str, str | Promise] = {
    "pupils.pupil": pgettext_lazy("pupils", "The pupil"),
    "pupils.pupilvisit": pgettext_lazy("pupils", "When she was in this week"),
    "spaces.member": pgettext_lazy("pupils", "Projects she belongs to"),
    "posts.post": pgettext_lazy("pupils", "What she wrote in diaries"),
    "pages.page": pgettext_lazy("pupils", "Pages she began"),
    "pages.pageversion": pgettext_lazy("pupils", "What she wrote on pages"),
    "forums.thread": pgettext_lazy("pupils", "Talks she began"),
    "forums.reply": pgettext_lazy("pupils", "What she answered"),
    "files.spacefile": pgettext_lazy("pupils", "Files she shared"),
    "drafts.draft": pgettext_lazy("pupils", "What she began to write"),
}


@dataclass(frozen=True, slots=True)
class Part:
    """One table: what it is, what it is for, its rows as (name, value) pairs."""

    title: str | Promise
    purpose: str
    retention: str
    rows: list[list[tuple[str, str]]]


def held_about(pupil: Pupil) -> list[Part]:
    """An export as parts to read; empty values are left out."""
    held = exported(Subject.PUPIL, pupil.pk)
    declared = {d.model._meta.label_lower: d for d in declarations() if d.subject is Subject.PUPIL}
    return [
        Part(
            title=TITLES.get(table, declared[table].model._meta.verbose_name or table),
            purpose=declared[table].purpose,
            retention=declared[table].retention,
            rows=[_readable(row) for row in rows],
        )
        for table, rows in held.items()
    ]


def _readable(row: dict[str, str]) -> list[tuple[str, str]]:
    return [
        (name.replace("_", " "), value)
        for name, value in row.items()
        if value not in {"", "None", "{}", "[]"}
    ]
