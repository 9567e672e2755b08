"""Taking a country's register of schools (C9): all of it or nothing."""

from collections.abc import Mapping
from typing import Any, BinaryIO

from django.utils.translation import pgettext_lazy

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.verdicts import Invalid, deny_unless
from opentwinning.facilities.search import actions as search
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
    vanished,
)
from opentwinning.people.organisations.vocabulary import (
    BATCH,
    MANY_CLOSED,
    OrganisationState,
    Problem,
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
) -> RegisterMapping:
    """Remember how the country's register is read."""
    deny_unless(may_import_register(by, country))
    mapping, _ = RegisterMapping.objects.update_or_create(
        country=country,
        defaults={
            "delimiter": delimiter,
            "encoding": encoding,
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
    reading = RegisterFile(file, mapping)
    done = RegisterImport(country=country, file_name=file_name[:200], by_account_id=by.account_id)
    changed: set[str] = set()
    created: set[str] = set()
    known = active_in_register(country).count()
    for batch in reading.batches():
        _take(compared(country, batch, mapping), created, changed)
    if not reading.codes:
        raise Invalid(_EMPTY, "file")
    done.closed_count = _close(country, reading.codes, known, many_may_close=many_may_close)
    changed |= _move_branches(country, reading) - created
    done.created_count, done.changed_count = len(created), len(changed)
    done.unchanged_count = len(reading.codes) - len(created) - len(changed)
    done.left_out_count, done.problems = reading.left_out, reading.problems
    done.save()
    note(done, created=len(created), changed=len(changed), closed=done.closed_count)
    return done


def _take(rows: list[Comparison], created: set[str], changed: set[str]) -> None:
    new = [each.organisation for each in rows if each.is_new]
    other = [each.organisation for each in rows if each.changed]
    Organisation.objects.bulk_create(new)
    for organisation in other:
        organisation.updated_at = now()
    Organisation.objects.bulk_update(other, [*COMPARED, "state", "updated_at"], batch_size=100)
    search.index_many("organisation", [(o.pk, search_text(o)) for o in (*new, *other)])
    created.update(o.code for o in new)
    changed.update(o.code for o in other)


def _close(country: str, codes: set[str], known: int, *, many_may_close: bool) -> int:
    gone = vanished(country, codes)
    if known and len(gone) / known > MANY_CLOSED and not many_may_close:
        raise Invalid(_MANY, "many_may_close")
    for start in range(0, len(gone), BATCH):
        ids = gone[start : start + BATCH]
        Organisation.objects.filter(pk__in=ids).update(
            state=OrganisationState.CLOSED, updated_at=now()
        )
        search.forget_many("organisation", ids)
    return len(gone)


def _move_branches(country: str, reading: RegisterFile) -> set[str]:
    moved = moved_branches(country, reading)
    if moved:
        ids = dict(Organisation.objects.filter(country=country).values_list("code", "pk"))
        ids.pop("", None)
        rows = [Organisation(pk=ids[code], parent_id=ids.get(to)) for code, to in moved.items()]
        Organisation.objects.bulk_update(rows, ["parent"], batch_size=200)
    for code, parent in reading.parents.items():
        if parent not in reading.codes:
            reading.problem(Problem.UNKNOWN_PARENT, 0, code)
    return set(moved)
