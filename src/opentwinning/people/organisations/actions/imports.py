"""What the background job of an import does: each step is one transaction, done once."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.events import emit
from opentwinning.core.permits import permit
from opentwinning.core.transitions import move
from opentwinning.core.verdicts import Text, deny_unless
from opentwinning.people.organisations.actions.merging import propose_pairs
from opentwinning.people.organisations.actions.registers import (
    close_vanished,
    move_branches,
    take_rows,
)
from opentwinning.people.organisations.events import RegisterFinished, RegisterLookedThrough
from opentwinning.people.organisations.models import Organisation, RegisterImport
from opentwinning.people.organisations.policies import may_import_register
from opentwinning.people.organisations.queries.findings import Findings
from opentwinning.people.organisations.queries.intake import kept_plan
from opentwinning.people.organisations.queries.register_file import Row
from opentwinning.people.organisations.queries.registers import compared, moved_branches
from opentwinning.people.organisations.vocabulary import IMPORT_MOVES, ImportState

_MOVED_ON = pgettext_lazy("register", "This import has moved on. Look at its page again.")


def tell_progress(register: RegisterImport, rows: int) -> None:
    """How far a dry run is. Not an action: nothing has happened to any school."""
    with permit("organisations"):
        RegisterImport.objects.filter(pk=register.pk).update(rows_done=rows)


@action
def keep_findings(*, by: Actor, register: RegisterImport, findings: Findings) -> RegisterImport:
    """The dry run is over."""
    found = _locked(by, register)
    move(found, to=ImportState.READY, table=IMPORT_MOVES, sentence=_MOVED_ON)
    found.known_count, found.foreseen = findings.known, findings.counts
    found.row_count = found.rows_done = findings.rows
    found.left_out_count = findings.counts["left_out"]
    found.problem_counts, found.problems = findings.problem_counts, findings.problems
    found.save()
    note(found, foreseen=findings.counts)
    emit(RegisterLookedThrough(found.pk, found.ref, found.country, found.by_account_id or 0))
    return found


@action
def import_batch(
    *, by: Actor, register: RegisterImport, rows: list[Row], start: int, end: int
) -> bool:
    """Bring in the rows that were kept from byte ``start`` to ``end``: all of them or none. False
    when somebody else has done so: a job that was thought dead, or its second run."""
    found = _locked(by, register)
    if found.state != ImportState.RUNNING or found.read_to != start:
        return False
    taken = take_rows(compared(found.country, rows, kept_plan(found)), found.mapping_id)
    found.created_count += len(taken.created)
    found.changed_count += len(taken.changed)
    found.rows_done += len(rows)
    found.read_to = end
    found.save(update_fields=["created_count", "changed_count", "rows_done", "read_to"])
    note(found, created=len(taken.created), changed=len(taken.changed), rows_done=found.rows_done)
    return True


@action
def finish_register(
    *, by: Actor, register: RegisterImport, codes: set[str], parents: dict[str, str]
) -> RegisterImport:
    """After the last batch: branches go to their parents, vanished schools are closed. Raises
    ``Invalid`` when more would be closed than the dry run foresaw and nobody agreed to that."""
    found = _locked(by, register)
    move(found, to=ImportState.DONE, table=IMPORT_MOVES, sentence=_MOVED_ON)
    gone = close_vanished(found, codes)
    found.closed_count = len(gone)
    moved = moved_branches(found.country, kept_plan(found), codes, parents)
    found.changed_count += _only_moved(found, list(moved))
    move_branches(found.country, moved)
    found.proposed_count = propose_pairs(found, gone)
    found.unchanged_count = found.rows_done - found.created_count - found.changed_count
    found.finished_at = now()
    found.save()
    note(found, created=found.created_count, changed=found.changed_count, closed=found.closed_count)
    emit(RegisterFinished(found.pk, found.ref, found.country, found.by_account_id or 0))
    return found


@action
def fail_register(*, by: Actor, register: RegisterImport, sentence: Text) -> RegisterImport:
    """The file does not fit. What earlier batches brought in stays, and the next import goes on
    from there."""
    found = _locked(by, register)
    move(found, to=ImportState.FAILED, table=IMPORT_MOVES, sentence=_MOVED_ON)
    found.failure, found.finished_at = str(sentence)[:300], now()
    found.save(update_fields=["state", "failure", "finished_at"])
    emit(RegisterFinished(found.pk, found.ref, found.country, found.by_account_id or 0))
    return found


def _only_moved(found: RegisterImport, codes: list[str]) -> int:
    """How many schools changed nothing but their parent."""
    count = 0
    for start in range(0, len(codes), 500):
        count += Organisation.objects.filter(
            country=found.country,
            code__in=codes[start : start + 500],
            created_at__lt=found.at,
            updated_at__lt=found.at,
        ).count()
    return count


def _locked(by: Actor, register: RegisterImport) -> RegisterImport:
    deny_unless(may_import_register(by, register.country))
    return RegisterImport.objects.select_for_update().get(pk=register.pk)
