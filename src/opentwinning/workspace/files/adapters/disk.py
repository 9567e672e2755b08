"""Contents on disk: under random names, whole or not at all (K3)."""

import os
import secrets
import shutil
from pathlib import Path

from django.conf import settings
from django.utils.translation import pgettext_lazy

from opentwinning.core.verdicts import Invalid

CHUNK = 1024 * 1024
LEAST_FREE = 0.05  # uploads stop when less of the disk is free (K6)
NAME_BYTES = 24

DISK_FULL = pgettext_lazy(
    "files", "The disk of this site is almost full. Tell the operator. Nothing was saved."
)


def root() -> Path:
    """The folder of all contents."""
    return Path(settings.MEDIA_ROOT)


def incoming() -> Path:
    """A new, empty temporary file's path on the same file system."""
    folder = root() / "incoming"
    folder.mkdir(parents=True, exist_ok=True)
    return folder / secrets.token_hex(NAME_BYTES)


def path_of(stored_name: str) -> Path:
    """Where a content lies; the name is ours, never a person's (D1)."""
    return root() / stored_name[:2] / stored_name


def keep(temporary: Path, folder: Path | None = None) -> str:
    """Move a finished temporary file to its place; returns the stored name. Survives a power cut:
    content and folder are synced before the row that names it is committed. ``folder``: another
    place than that of contents.
    """
    name = secrets.token_hex(NAME_BYTES)
    target = folder / name if folder else path_of(name)
    target.parent.mkdir(parents=True, exist_ok=True)
    with temporary.open("rb") as content:
        os.fsync(content.fileno())
    temporary.rename(target)
    sync(target.parent)
    return name


def sync(folder: Path) -> None:
    """A name that was made in it survives a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def remove(*stored_names: str) -> None:
    """Forget contents; absent ones are fine."""
    for name in stored_names:
        if name:
            path_of(name).unlink(missing_ok=True)
            for held in ("waiting", "infected"):
                (root() / held / name).unlink(missing_ok=True)


def refuse_when_full(needed: int = 0) -> None:
    """K6: better no upload than a database that cannot write. ``needed``: bytes that will come."""
    root().mkdir(parents=True, exist_ok=True)
    usage = shutil.disk_usage(root())
    if usage.free - needed < usage.total * LEAST_FREE:
        raise Invalid(DISK_FULL, "uploads")


def stored_names_older_than(seconds: float, moment: float) -> list[str]:
    """Names of contents on disk that were written at least ``seconds`` before ``moment``."""
    return [
        path.name
        for folder in ("??", "waiting", "infected")
        for path in root().glob(f"{folder}/*")
        if path.is_file() and moment - path.stat().st_mtime >= seconds
    ]


def sweep_incoming(seconds: float, moment: float) -> int:
    """Remove temporary files of uploads that died; returns how many."""
    old = [
        path for path in (root() / "incoming").glob("*") if moment - path.stat().st_mtime >= seconds
    ]
    for path in old:
        path.unlink(missing_ok=True)
    return len(old)
