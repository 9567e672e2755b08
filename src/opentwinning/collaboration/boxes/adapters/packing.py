"""A ZIP that grows entry by entry: nothing larger than one chunk is ever in memory."""

import hashlib
import json
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Self

from django.utils import timezone

CHUNK = 1024 * 1024
IDS = "package/ids.txt"
MANIFEST = "package/opentwinning.json"


@dataclass(frozen=True, slots=True)
class Entry:
    """What the manifest says of one file in the box."""

    path: str
    size: int
    sha256: str
    records: int | None = None

    def said(self) -> dict[str, Any]:
        plain: dict[str, Any] = {"path": self.path, "size": self.size, "sha256": self.sha256}
        return plain if self.records is None else {**plain, "records": self.records}


class Crate:
    """The archive while it is written."""

    def __init__(self, path: Path) -> None:
        self._zip = zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, allowZip64=True)
        self._moment = timezone.localtime().timetuple()[:6]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._zip.close()

    def add(self, name: str, pieces: Iterable[bytes], *, packed: bool = True) -> Entry:
        """One entry from its pieces; what is packed already (pictures, films) is stored."""
        info = zipfile.ZipInfo(name, self._moment)
        info.compress_type = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
        info.external_attr = 0o644 << 16
        digest, size = hashlib.sha256(), 0
        with self._zip.open(info, "w", force_zip64=True) as entry:
            for piece in pieces:
                digest.update(piece)
                size += len(piece)
                entry.write(piece)
        return Entry(name, size, digest.hexdigest())

    def add_text(self, name: str, pieces: Iterable[str]) -> Entry:
        """One entry of text."""
        return self.add(name, (piece.encode() for piece in pieces))

    def add_file(self, name: str, path: Path, heard: Callable[[int], None]) -> Entry:
        """A content from the disk; ``heard`` is told of each chunk's length."""
        return self.add(name, _chunks(path, heard), packed=False)

    def add_records(
        self, name: str, records: Iterable[dict[str, Any]], seen: Callable[[str], None]
    ) -> Entry:
        """JSON Lines; ``seen`` is told the id of each record that has one."""
        count = 0

        def lines() -> Iterator[bytes]:
            nonlocal count
            for record in records:
                count += 1
                if "id" in record:
                    seen(record["id"])
                yield json.dumps(record, ensure_ascii=False).encode() + b"\n"

        entry = self.add(name, lines())
        return Entry(entry.path, entry.size, entry.sha256, count)


def _chunks(path: Path, heard: Callable[[int], None]) -> Iterator[bytes]:
    with path.open("rb") as content:
        while chunk := content.read(CHUNK):
            yield chunk
            heard(len(chunk))


def as_json(plain: dict[str, Any]) -> str:
    """Readable JSON."""
    return json.dumps(plain, ensure_ascii=False, indent=1) + "\n"


def digest_of(path: Path) -> str:
    """The check sum of the whole box."""
    with path.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def ids_in(path: Path) -> list[str]:
    """Public ids of the things in a box."""
    with path.open("rb") as raw, zipfile.ZipFile(raw) as box, box.open(IDS) as entry:
        return [line.decode().strip() for line in _lines(entry)]


def _lines(entry: Any) -> Iterator[bytes]:
    content: BinaryIO = entry
    yield from content
