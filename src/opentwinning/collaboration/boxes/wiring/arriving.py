"""Boxes that come are looked through, taken in and forgotten after the request."""

import datetime as dt
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.db import DatabaseError
from django.utils import translation

from opentwinning.collaboration.boxes.actions import (
    Contents,
    delete_arrival,
    fail_arrival,
    refuse_arrival,
    take_in,
    tell_contents,
)
from opentwinning.collaboration.boxes.adapters.checking import BadBox, check
from opentwinning.collaboration.boxes.adapters.opening import OpenedBox, opened
from opentwinning.collaboration.boxes.events import ArrivalSent, ArrivalWanted
from opentwinning.collaboration.boxes.models import Arrival
from opentwinning.collaboration.boxes.queries import arrivals_of_account, arrivals_to_forget
from opentwinning.collaboration.boxes.vocabulary import NOT_TAKEN, ArrivalState
from opentwinning.core.actor import SYSTEM
from opentwinning.core.events import on
from opentwinning.core.notices import reader
from opentwinning.core.verdicts import Invalid, Text
from opentwinning.core.work import job
from opentwinning.facilities.jobs.actions import enqueue
from opentwinning.people.accounts.events import AccountErasing
from opentwinning.workspace.files.adapters import disk, reception
from opentwinning.workspace.files.vocabulary import (
    UploadContext,
    max_upload_bytes,
    space_quota_bytes,
)


@on(ArrivalSent)
def look_soon(event: ArrivalSent) -> None:
    """In the transaction of the sending, so that none is forgotten (K4)."""
    enqueue("boxes.look", {"ref": event.ref}, dedupe_key=f"arrival:{event.ref}:look")


@on(ArrivalWanted)
def take_soon(event: ArrivalWanted) -> None:
    enqueue("boxes.take", {"ref": event.ref}, dedupe_key=f"arrival:{event.ref}:take")


@job("boxes.look")
def look(payload: dict[str, Any]) -> None:
    """Whole and harmless, or refused with the reason (D9)."""
    arrival = _in_state(payload, ArrivalState.LOOKING)
    if arrival is None:
        return
    try:
        with _at_hand(arrival.stored_name) as path:
            found = check(path, max_bytes=2 * space_quota_bytes())
        tell_contents(by=SYSTEM, arrival=arrival, manifest=found.manifest, counts=found.counts)
    except (BadBox, Invalid, ValueError, OverflowError) as bad:
        refuse_arrival(by=SYSTEM, arrival=arrival, problem=str(bad))


@job("boxes.take")
def take(payload: dict[str, Any]) -> None:
    """A second run begins anew. What a killed one left on the disk is swept."""
    arrival = _in_state(payload, ArrivalState.TAKING)
    if arrival is None:
        return
    actor = reader(arrival.account_id)
    with translation.override(actor.language if actor else None):
        if problem := _problem(arrival, actor):
            fail_arrival(by=SYSTEM, arrival=arrival, sentence=problem)
        else:
            disk.remove(arrival.stored_name)


def _problem(arrival: Arrival, actor: Any) -> Text | None:
    if actor is None:
        return NOT_TAKEN
    try:
        with _at_hand(arrival.stored_name) as path:
            found = check(path, max_bytes=2 * space_quota_bytes())
            with opened(path) as box:
                _take(arrival, actor, box, found.manifest)
    except Invalid as problem:
        return problem.message
    except (BadBox, KeyError, ValueError, OverflowError, DatabaseError):
        return NOT_TAKEN
    return None


def _take(arrival: Arrival, actor: Any, box: OpenedBox, manifest: dict[str, Any]) -> None:
    contents = Contents(manifest, box.records)
    is_taken = False
    try:
        _receive(box, contents)
        take_in(by=actor, arrival=arrival, contents=contents)
        is_taken = True
    finally:
        if not is_taken:
            for each in contents.received.values():
                reception.discard(each)


def _receive(box: OpenedBox, contents: Contents) -> None:
    """Contents are judged and cleaned like every file that somebody adds (D3, D4, D13); one that is
    refused stays behind by name."""
    disk.refuse_when_full(sum(each["size"] for each in contents.manifest["files"]))
    for record in box.records("files"):
        name = reception.clean_name(record["name"])
        temporary = disk.incoming()
        try:
            box.copy(record["path"], temporary)
            size = temporary.stat().st_size
            reception.refuse_unwanted(name, size, UploadContext.LIBRARY, max_upload_bytes())
            contents.received[record["id"]] = reception.receive_path(temporary, name)
        except Invalid:
            contents.refused.append(name)
        finally:
            temporary.unlink(missing_ok=True)


@job("boxes.forget_arrivals", every=dt.timedelta(hours=1))
def forget_arrivals(payload: dict[str, Any]) -> None:
    """Rows first, contents after the commit."""
    for arrival in arrivals_to_forget():
        disk.remove(delete_arrival(by=SYSTEM, arrival=arrival))


@on(AccountErasing)
def owner_goes(event: AccountErasing) -> None:
    """What came was for her alone. A box that was not taken in is swept with what no row names."""
    for arrival in arrivals_of_account(event.account_id):
        delete_arrival(by=SYSTEM, arrival=arrival)


def _in_state(payload: dict[str, Any], state: ArrivalState) -> Arrival | None:
    return Arrival.objects.filter(ref=payload["ref"], state=state).first()


@contextmanager
def _at_hand(stored_name: str) -> Iterator[Path]:
    """A content as a file on this disk, also when it lies in a storage elsewhere."""
    here = disk.place_of(stored_name)
    if here.is_file():
        yield here
        return
    temporary = disk.incoming()
    try:
        with disk.path_of(stored_name).open("rb") as source, temporary.open("wb") as target:
            shutil.copyfileobj(source, target, disk.CHUNK)
        yield temporary
    finally:
        temporary.unlink(missing_ok=True)
