"""Contents on disk: under random names, whole or not at all (K3)."""

import hashlib
import os
import secrets
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import cast

from django.conf import settings
from django.utils.translation import pgettext_lazy

from opentwinning.core.verdicts import Invalid
from opentwinning.workspace.files.adapters import remote

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


def place_of(stored_name: str) -> Path:
    """Where a content lies on the disk, or will; the name is ours, never a person's (D1)."""
    return root() / stored_name[:2] / stored_name


def path_of(stored_name: str) -> Path:
    """What is read of a content. With a storage elsewhere it is there, unless it still lies here:
    while contents are moved in either direction, nobody notices."""
    here = place_of(stored_name)
    if not remote.is_wanted() or here.is_file():
        return here
    return cast("Path", remote.Content(stored_name))


def bring(stored_name: str, *, read_back: bool = False) -> None:
    """Move a content from the disk to the storage elsewhere; ``remote.Away`` when it does not
    answer, and then it stays. ``read_back``: compare what lies there before it goes here."""
    here = place_of(stored_name)
    remote.put(stored_name, here)
    if read_back and remote.digest(stored_name) != _digest(here):
        raise remote.Away(f"{stored_name} is another one there")
    here.unlink()


def fetch(stored_name: str) -> None:
    """Move a content from the storage elsewhere to the disk, whole or not at all."""
    temporary, found = incoming(), hashlib.sha256()
    try:
        content = remote.Content(stored_name)
        with content.open() as source, temporary.open("wb") as target:
            while chunk := source.read(CHUNK):
                found.update(chunk)
                target.write(chunk)
            target.flush()
            os.fsync(target.fileno())
        if found.hexdigest() != remote.promised(stored_name):
            raise remote.Away(f"{stored_name} came broken")
        here = place_of(stored_name)
        here.parent.mkdir(parents=True, exist_ok=True)
        temporary.rename(here)
        sync(here.parent)
        remote.remove(stored_name)
    finally:
        temporary.unlink(missing_ok=True)


def names_here() -> list[str]:
    """Contents on the disk."""
    return [path.name for path in root().glob("??/*") if path.is_file()]


def _digest(path: Path) -> str:
    with path.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def keep(temporary: Path, folder: Path | None = None) -> str:
    """Move a finished temporary file to its place; returns the stored name. Survives a power cut:
    content and folder are synced before the row that names it is committed. ``folder``: another
    place than that of contents.
    """
    name = secrets.token_hex(NAME_BYTES)
    target = folder / name if folder else place_of(name)
    target.parent.mkdir(parents=True, exist_ok=True)
    with temporary.open("rb") as content:
        os.fsync(content.fileno())
    temporary.rename(target)
    sync(target.parent)
    if folder is None and remote.takes_new():
        with suppress(remote.Away):  # then it stays here, and the worker brings it later
            bring(name)
    return name


@contextmanager
def kept(chunks: Iterable[bytes], size: int = 0) -> Iterator[tuple[str, int, str]]:
    """A content that another app keeps here, as it comes: stored name, size, SHA-256. It goes away
    again when what follows is refused."""
    refuse_when_full(size)
    temporary, digest, name = incoming(), hashlib.sha256(), ""
    try:
        with temporary.open("wb") as target:
            for chunk in chunks:
                digest.update(chunk)
                target.write(chunk)
        size = temporary.stat().st_size
        name = keep(temporary)
        yield name, size, digest.hexdigest()
    except BaseException:
        remove(name)
        raise
    finally:
        temporary.unlink(missing_ok=True)


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
            place_of(name).unlink(missing_ok=True)
            if remote.is_wanted():
                with suppress(remote.Away):  # no row names it any more: the sweep comes back to it
                    remote.remove(name)
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
    away = remote.names() if remote.is_wanted() else ()
    return [name for name, written in away if moment - written >= seconds] + [
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
