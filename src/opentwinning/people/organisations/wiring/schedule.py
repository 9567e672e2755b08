"""Work of registers after the request."""

import datetime as dt
import time
from typing import Any

from django.utils import translation

from opentwinning.core.actor import SYSTEM
from opentwinning.core.notices import recipients
from opentwinning.core.verdicts import Invalid
from opentwinning.core.work import job
from opentwinning.facilities.jobs.actions import enqueue
from opentwinning.people.organisations.actions import (
    draw_map,
    fail_register,
    finish_register,
    import_batch,
    keep_findings,
    tell_progress,
)
from opentwinning.people.organisations.adapters import shelf
from opentwinning.people.organisations.adapters.shelf import Part
from opentwinning.people.organisations.models import RegisterImport
from opentwinning.people.organisations.queries import codes_of, kept_rows, look_through, pin_changes
from opentwinning.people.organisations.queries.findings import Findings, Report, text_of
from opentwinning.people.organisations.vocabulary import FILE_GONE, SLICE, ImportState


@job("organisations.sweep", every=dt.timedelta(hours=6))
def sweep(payload: dict[str, Any]) -> None:
    """Registers that were uploaded and never imported."""
    shelf.sweep()


@job("organisations.map", every=dt.timedelta(hours=1))
def follow_schools(payload: dict[str, Any]) -> None:
    """Schools that begin or cease to take part, and where they stand."""
    for changes in pin_changes():
        draw_map(by=SYSTEM, put=changes.put, gone=changes.gone)


@job("organisations.look_through")
def look_through_file(payload: dict[str, Any]) -> None:
    """The dry run; a second run begins anew and ends the same."""
    done = RegisterImport.objects.get(ref=payload["ref"])
    if done.state != ImportState.CHECKING:
        return
    try:
        with translation.override(_language_of(done)):
            findings = _findings(done)
    except Invalid as problem:
        fail_register(by=SYSTEM, register=done, sentence=problem.message)
    except FileNotFoundError:
        fail_register(by=SYSTEM, register=done, sentence=FILE_GONE)
    else:
        keep_findings(by=SYSTEM, register=done, findings=findings)


@job("organisations.import")
def import_file(payload: dict[str, Any]) -> None:
    """Batch after batch from where the last run stopped; after a while another job goes on, so
    that no lease runs out."""
    done = RegisterImport.objects.get(ref=payload["ref"])
    if done.state != ImportState.RUNNING:
        return
    shelf.drop(done.token, Part.UPLOAD)  # its other columns are nobody's business any more
    try:
        with shelf.opened(done.token, Part.ROWS) as rows:
            if _has_time(done, rows):
                codes, parents = codes_of(rows)
                finish_register(by=SYSTEM, register=done, codes=codes, parents=parents)
                shelf.drop(done.token, Part.ROWS)
    except Invalid as problem:
        fail_register(by=SYSTEM, register=done, sentence=problem.message)
    except FileNotFoundError:
        fail_register(by=SYSTEM, register=done, sentence=FILE_GONE)


def _has_time(done: RegisterImport, rows: Any) -> bool:
    """Import until the end (True), or until the slice is over or somebody else is at it."""
    end = time.monotonic() + SLICE.total_seconds()
    start = done.read_to
    for batch, after in kept_rows(rows, start):
        if not import_batch(by=SYSTEM, register=done, rows=batch, start=start, end=after):
            return False
        start = after
        if time.monotonic() > end:
            key = f"register:{done.ref}:{start}"
            enqueue("organisations.import", {"ref": done.ref}, dedupe_key=key)
            return False
    return True


def _findings(done: RegisterImport) -> Findings:
    with (
        shelf.opened(done.token) as upload,
        shelf.path_of(done.token, Part.ROWS).open("wb") as rows,
        shelf.path_of(done.token, Part.REPORT).open("wb") as binary,
        text_of(binary) as report,
    ):
        return look_through(
            done, upload, rows, Report(report), lambda count: tell_progress(done, count)
        )


def _language_of(done: RegisterImport) -> str:
    people = recipients([done.by_account_id]) if done.by_account_id else []
    return people[0].language if people else "en"
