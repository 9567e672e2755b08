"""Taking a country's register of schools (C9): all of it or nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO

from django.utils.translation import pgettext_lazy

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.verdicts import Invalid, deny_unless
from opentwinning.facilities.search import actions as search
from opentwinning.people.organisations.actions.merging import propose_pairs
from opentwinning.people.organisations.models import (
    Organisation,
    RegisterImport,
    RegisterMapping,
)
from opentwinning.people.organisations.policies import may_import_register
from opentwinning.people.organisations.queries.lists import search_text
from opentwinning.people.organisations.queries.register_file import RegisterFile
from opentwinning.people.organisations.queries.registers import (
    COMPARED,
    Comparison,
    active_in_register,
    compared,
    moved_branches,
    reading_of,
    vanished,
)
from opentwinning.people.organisations.vocabulary import (
    BATCH,
    MANY_CLOSED,
    Closing,
    OrganisationState,
)

_EMPTY = pgettext_lazy("register", "The file holds no school. Nothing was changed.")
_MANY = pgettext_lazy(
    "register", "This import would close many schools. Is it the whole register of the country?"
)


@action
def save_register_mapping(  # noqa: PLR0913 - the parts of a mapping
    *,
    by: Actor,
    country: str,
    delimiter: str,
    encoding: str,
    columns: Mapping[str, str],
    empty_markers: list[str],
    rules: Mapping[str, Any],
    layout: str = "",
    reading: Mapping[str, Any] | None = None,
) -> RegisterMapping:
    """Remember how the country's register is read; ``layout`` binds it to files with the same
    headings, ``reading`` says more about the file (``heading_row``, ``sheet``)."""
    deny_unless(may_import_register(by, country))
    mapping, _ = RegisterMapping.objects.update_or_create(
        country=country,
        layout=layout,
        defaults={
            "delimiter": delimiter,
            "encoding": encoding,
            "reading": dict(reading or {}),
            "updated_at": now(),
            "columns": dict(columns),
            "empty_markers": list(empty_markers),
            "rules": dict(rules),
        },
    )
    note(mapping, columns=dict(columns))
    return mapping


@action
def import_register(
    *,
    by: Actor,
    country: str,
    file: BinaryIO,
    mapping: RegisterMapping,
    file_name: str = "",
    many_may_close: bool = False,
) -> RegisterImport:
    """Bring the schools of a country up to its register.

    New codes are created, changed rows changed, vanished ones closed (their affiliations stay);
    schools that first teachers wrote down are not touched. The same file again changes nothing.
    Raises ``Invalid`` (and changes nothing) when the file does not fit, is empty, or would close
    many schools without ``many_may_close``.
    """
    deny_unless(may_import_register(by, country))
    reading = RegisterFile(file, reading_of(mapping), mapping)
    done = RegisterImport(country=country, file_name=file_name[:200], by_account_id=by.account_id)
    done.mapping, done.finished_at, done.many_may_close = mapping, now(), many_may_close
    changed: set[str] = set()
    created: set[str] = set()
    done.known_count = active_in_register(country).count()
    for batch in reading.batches():
        taken = take_rows(compared(country, batch, mapping), mapping.pk)
        created.update(taken.created)
        changed.update(taken.changed)
    if not reading.codes:
        raise Invalid(_EMPTY, "file")
    gone = close_vanished(done, reading.codes)
    done.closed_count = len(gone)
    moved = moved_branches(country, mapping, reading.codes, reading.parents)
    changed |= set(move_branches(country, moved)) - created
    reading.report_unknown_parents()
    done.created_count, done.changed_count = len(created), len(changed)
    done.unchanged_count = len(reading.codes) - len(created) - len(changed)
    done.left_out_count, done.problems = reading.left_out, reading.problems
    done.problem_counts = dict(reading.problem_counts)
    done.save()
    done.proposed_count = propose_pairs(done, gone)
    done.save(update_fields=["proposed_count"])
    note(done, created=len(created), changed=len(changed), closed=done.closed_count)
    return done


@dataclass(frozen=True, slots=True)
class Taken:
    """Codes of one batch that were new or changed."""

    created: list[str]
    changed: list[str]


def take_rows(rows: list[Comparison], mapping_id: int | None) -> Taken:
    """Write one batch: few statements, whatever its size."""
    new = [each.organisation for each in rows if each.is_new]
    other = [each.organisation for each in rows if each.changed]
    for organisation in new:
        organisation.register_id = mapping_id
    Organisation.objects.bulk_create(new)
    for organisation in other:
        organisation.updated_at = now()
    Organisation.objects.bulk_update(other, [*COMPARED, "state", "updated_at"], batch_size=100)
    foreign = [
        each.organisation.pk
        for each in rows
        if not each.is_new and each.organisation.register_id != mapping_id
    ]
    for start in range(0, len(foreign), 500):
        ids = foreign[start : start + 500]
        Organisation.objects.filter(pk__in=ids).update(register_id=mapping_id)
    findable = [o for o in (*new, *other) if o.state == OrganisationState.ACTIVE]
    search.index_many("organisation", [(o.pk, search_text(o)) for o in findable])
    return Taken([o.code for o in new], [o.code for o in other])


def close_vanished(done: RegisterImport, codes: set[str]) -> list[int]:
    """Close what the register no longer has; teachers and projects stay with it. Raises
    ``Invalid`` when that is a large part of what was open and nobody meant it."""
    closing = done.closing or Closing.WHOLE
    gone = vanished(active_in_register(done.country, closing, done.mapping_id), codes)
    too_many = done.known_count and len(gone) / done.known_count > MANY_CLOSED
    if too_many and not done.many_may_close:
        raise Invalid(_MANY, "many_may_close")
    for start in range(0, len(gone), BATCH):
        ids = gone[start : start + BATCH]
        Organisation.objects.filter(pk__in=ids).update(
            state=OrganisationState.CLOSED, updated_at=now()
        )
        search.forget_many("organisation", ids)
    return gone


def move_branches(country: str, moved: dict[str, str]) -> dict[str, str]:
    """Put branches under the parents that the register names."""
    if moved:
        ids = dict(Organisation.objects.filter(country=country).values_list("code", "pk"))
        ids.pop("", None)
        rows = [Organisation(pk=ids[code], parent_id=ids.get(to)) for code, to in moved.items()]
        Organisation.objects.bulk_update(rows, ["parent"], batch_size=200)
    return moved
