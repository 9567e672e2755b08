"""Parts of files on their way: in a folder of their own, one writer at a time, and only what was
synced counts (D12, K3)."""

import fcntl
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from opentwinning.workspace.files.adapters import disk


class Held(Exception):
    """Somebody else writes this part at this moment."""


def _folder() -> Path:
    return disk.root() / "unfinished"


def path_of(name: str) -> Path:
    """Where a part lies; the name is ours."""
    return _folder() / name


def bytes_of(name: str, size: int) -> int:
    """How many bytes of ``size`` count. The last one counts only when the file was received, so
    that a client never holds for done what was cut off between the last byte and that."""
    with suppress(FileNotFoundError):
        return min(path_of(name).stat().st_size, size - 1)
    return 0


@contextmanager
def held(name: str) -> Iterator[BinaryIO]:
    """The part, open for one writer; ``Held`` when there is one. A process that dies lets go."""
    _folder().mkdir(parents=True, exist_ok=True)
    with os.fdopen(os.open(path_of(name), os.O_RDWR | os.O_CREAT, 0o666), "r+b", 0) as part:
        try:
            fcntl.flock(part, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Held from None
        yield part


def append(part: BinaryIO, at: int, pieces: Iterator[bytes]) -> int:
    """Write pieces from that byte on and sync them, also when they end in an exception; returns how
    many bytes count now."""
    part.truncate(at)
    part.seek(at)
    if not at:
        disk.sync(_folder())
    try:
        for piece in pieces:
            view = memoryview(piece)
            while view:
                view = view[part.write(view) :]
    finally:
        os.fsync(part.fileno())
    return part.tell()


def for_reception(name: str, *, as_copy: bool) -> Path:
    """The whole part under a temporary name: the same bytes, or a copy where the reception writes
    other bytes into it. The part itself stays until the row is there."""
    temporary = disk.incoming()
    if as_copy:
        shutil.copyfile(path_of(name), temporary)
    else:
        os.link(path_of(name), temporary)
    return temporary


def remove(*names: str) -> None:
    """Forget parts; absent ones are fine."""
    for name in names:
        path_of(name).unlink(missing_ok=True)


def written_at(name: str) -> float | None:
    """When the last piece came; None: none ever did."""
    with suppress(FileNotFoundError):
        return path_of(name).stat().st_mtime
    return None


def sweep(seconds: float, moment: float, known: Callable[[list[str]], set[str]]) -> int:
    """Remove old parts that no row names; returns how many."""
    old = [
        path.name
        for path in _folder().glob("*")
        if path.is_file() and moment - path.stat().st_mtime >= seconds
    ]
    lost = set(old) - known(old)
    remove(*lost)
    return len(lost)
