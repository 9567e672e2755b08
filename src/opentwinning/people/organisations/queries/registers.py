"""Comparing a register with what is here, without changing anything."""

from dataclasses import dataclass, field
from typing import Any, BinaryIO

from django.db.models import QuerySet

from opentwinning.people.organisations.models import (
    Organisation,
    RegisterImport,
    RegisterMapping,
)
from opentwinning.people.organisations.queries.register_file import Plan, RegisterFile, Row
from opentwinning.people.organisations.queries.tables import Reading
from opentwinning.people.organisations.vocabulary import (
    BATCH,
    Closing,
    OrganisationState,
    Source,
)

COMPARED = (
    "name", "kind", "place", "region", "postcode", "website", "latitude", "longitude",
    "legal_name", "accreditation",
)  # fmt: skip


@dataclass(slots=True)
class Comparison:
    """One row beside the school with its code: a new one, a changed one, or one that fits."""

    row: Row
    organisation: Organisation
    is_new: bool = False
    changed: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Preview:
    """What an import would do."""

    created: int = 0
    changed: int = 0
    unchanged: int = 0
    closed: int = 0
    left_out: int = 0
    known: int = 0  # schools of the register that are here now
    first_rows: list[Row] = field(default_factory=list)
    problems: list[dict[str, Any]] = field(default_factory=list)
    problem_count: int = 0


def mapping_of(country: str, layout: str | None = None) -> RegisterMapping | None:
    """How the country's register was read last time, or its file of this ``layout``."""
    rows = RegisterMapping.objects.filter(country=country).order_by("-updated_at", "-pk")
    return (rows if layout is None else rows.filter(layout=layout)).first()


def reading_of(mapping: RegisterMapping) -> Reading:
    """How the files of a mapping are read."""
    words = {"encoding": mapping.encoding, "delimiter": mapping.delimiter}
    return Reading.restored({**words, **mapping.reading})


def imports_of(country: str, *, limit: int = 10) -> list[RegisterImport]:
    """The last imports, newest first."""
    return list(RegisterImport.objects.filter(country=country).order_by("-pk")[:limit])


def compared(country: str, batch: list[Row], mapping: Plan) -> list[Comparison]:
    """A batch beside the schools of the country, in one query. Fields that the register does not
    have are left as they are."""
    codes = [row.code for row in batch]
    known = {o.code: o for o in Organisation.objects.filter(country=country, code__in=codes)}
    fields = _fields_of(mapping.columns)
    return [_compare(country, row, known.get(row.code), fields) for row in batch]


def _fields_of(columns: dict[str, str]) -> list[str]:
    """Fields the register says something about."""
    given = {name for name in COMPARED if columns.get(name)}
    given |= {"latitude", "longitude"} if columns.get("position") else set()
    given |= {"place", "postcode"} if columns.get("address") else set()
    return [name for name in COMPARED if name in given]


def _compare(country: str, row: Row, known: Organisation | None, fields: list[str]) -> Comparison:
    if known is None:
        values = {name: getattr(row, name) for name in COMPARED}
        return Comparison(row, Organisation(country=country, code=row.code, **values), is_new=True)
    changed = [name for name in fields if getattr(known, name) != getattr(row, name)]
    for name in changed:
        setattr(known, name, getattr(row, name))
    if known.state != OrganisationState.ACTIVE and known.merged_into_id is None:
        known.state = OrganisationState.ACTIVE
        changed.append("state")
    return Comparison(row, known, changed=changed)


def active_in_register(
    country: str, closing: str = Closing.WHOLE, mapping_id: int | None = None
) -> QuerySet[Organisation]:
    """Open schools that an import may close: those of the country's register, or of one layout of
    it; never those of a first teacher."""
    rows = Organisation.objects.filter(
        country=country, state=OrganisationState.ACTIVE, source=Source.REGISTER
    ).exclude(code="")
    if closing == Closing.LAYOUT:
        return rows.filter(register_id=mapping_id or 0)
    return rows.none() if closing == Closing.NONE else rows


def vanished(rows: QuerySet[Organisation], codes: set[str]) -> list[int]:
    """Ids of the open register schools whose code is not among ``codes``."""
    known = rows.values_list("pk", "code").iterator(chunk_size=BATCH)
    return [pk for pk, code in known if code not in codes]


def moved_branches(
    country: str, mapping: Plan, codes: set[str], parents: dict[str, str]
) -> dict[str, str]:
    """Code → parent's code, or "", of schools that stand under another parent than the register
    says. A parent may stand later in the file, or nowhere: then the branch stands alone."""
    if "parent" not in mapping.columns:
        return {}
    rows = Organisation.objects.filter(country=country).exclude(code="")
    moved = {}
    for code, parent in rows.values_list("code", "parent__code").iterator(chunk_size=BATCH):
        wanted = parents.get(code, "")
        wanted = wanted if wanted in codes else ""
        if code in codes and wanted != (parent or ""):
            moved[code] = wanted
    return moved


def preview_register(country: str, file: BinaryIO, mapping: RegisterMapping) -> Preview:
    """Counts and first rows of an import that is not done. Raises ``Invalid`` as an import."""
    reading = RegisterFile(file, reading_of(mapping), mapping)
    open_now = active_in_register(country)
    preview = Preview(known=open_now.count())
    changed: set[str] = set()
    for batch in reading.batches():
        preview.first_rows = preview.first_rows or batch[:10]
        rows = compared(country, batch, mapping)
        preview.created += sum(each.is_new for each in rows)
        changed.update(each.row.code for each in rows if each.changed)
    reading.report_unknown_parents()
    changed.update(moved_branches(country, mapping, reading.codes, reading.parents))
    preview.changed = len(changed)
    preview.unchanged = len(reading.codes) - preview.created - preview.changed
    preview.closed = len(vanished(open_now, reading.codes))
    preview.left_out = reading.left_out
    preview.problems = reading.problems
    preview.problem_count = reading.problem_counts.total()
    return preview
