"""Who was erased or suspended, in a file that a restored backup does not overwrite (J9): one JSON
line each, public ids and moments only."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings


def ledger_path() -> Path:
    """Where the ledger lies; it is copied along with backups but never put back from them."""
    return Path(settings.DATA_DIR) / "erasures.jsonl"


def append(kind: str, ref: str, at: str) -> None:
    """Add one line and force it to the disk; the same fact is not added twice."""
    if (kind, ref, at) in set(entries()):
        return
    line = json.dumps({"kind": kind, "ref": ref, "at": at}) + "\n"
    with ledger_path().open("a", encoding="utf-8") as file:
        file.write(line)
        file.flush()
        os.fsync(file.fileno())


def entries() -> Iterator[tuple[str, str, str]]:
    """(kind, ref, moment) of every line, oldest first. A half-written last line is left out."""
    if not ledger_path().exists():
        return
    for line in ledger_path().read_text(encoding="utf-8").splitlines():
        try:
            entry = json.loads(line)
        except ValueError:
            continue
        yield entry["kind"], entry["ref"], entry["at"]


def refs_written(kind: str) -> list[str]:
    """Public ids about which a fact of this kind was written."""
    return sorted({ref for each, ref, _ in entries() if each == kind})


def refs_last_written(kind: str, *, undone_by: str) -> list[str]:
    """Public ids about which ``kind`` was written last, not ``undone_by``."""
    latest: dict[str, tuple[str, str]] = {}
    for each, ref, at in entries():
        if each in {kind, undone_by} and at >= latest.get(ref, ("", ""))[0]:
            latest[ref] = (at, each)
    return sorted(ref for ref, (_, each) in latest.items() if each == kind)
