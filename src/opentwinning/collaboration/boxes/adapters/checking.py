"""Is a box whole, and is it harmless? Nothing is unpacked to find out (D9)."""

import hashlib
import json
import stat
import struct
import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import IO, Any

from opentwinning.collaboration.boxes.adapters.packing import CHUNK, IDS, MANIFEST
from opentwinning.collaboration.boxes.adapters.shapes import SCHEMA, faults
from opentwinning.collaboration.boxes.vocabulary import FORMAT, FORMAT_VERSION

MAX_DIRECTORY = 64 * CHUNK  # bytes of the list at the end of a ZIP: what Python reads at once
MAX_ENTRIES = 200_000
MAX_MANIFEST = 64 * CHUNK
MAX_LINE = 2 * CHUNK
TOP = {"index.html", "style.css"}
FOLDERS = {"site", "files", "package"}
# Fields that hold the id of another record, and the kind it must be of.
LINKS = {
    "pages": {"parent": "pages"},
    "page_versions": {"page": "pages"},
    "replies": {"thread": "threads"},
    "posts": {"photos": "files"},
    "remarks": {"answers": "remarks"},
    "hand_ins": {"activity": "activities", "files": "files"},
}
_END = struct.Struct("<4s4H2LH")
_END64 = struct.Struct("<4sQ2H2L4Q")
_LOCATOR = struct.Struct("<4sLQL")


class BadBox(Exception):
    """Not a box, not whole, or made to do harm; the text says which, for an operator."""


@dataclass(slots=True)
class Checked:
    """A box that may be read."""

    manifest: dict[str, Any]
    counts: dict[str, int] = field(default_factory=dict)


def check(path: Path, *, max_bytes: int) -> Checked:
    """Look through the whole box; ``BadBox`` at the first thing that is wrong."""
    _refuse_long_directory(path)
    try:
        with zipfile.ZipFile(path) as box:
            entries = _harmless(box.infolist(), max_bytes)
            manifest = _manifest(box, entries)
            _compare_sums(box, entries, manifest)
            return Checked(manifest, _records(box, manifest))
    except (zipfile.BadZipFile, OSError, RuntimeError, ValueError, RecursionError) as broken:
        raise BadBox(f"not a whole ZIP: {broken}") from broken


def _refuse_long_directory(path: Path) -> None:
    """Before Python reads the directory of the ZIP: a million entries need a lot of memory."""
    with path.open("rb") as box:
        length = box.seek(0, 2)
        box.seek(max(0, length - 65536 - _END.size - _LOCATOR.size))
        tail = box.read()
        at = tail.rfind(b"PK\x05\x06")
        if at < 0 or at + _END.size > len(tail):
            raise BadBox("not a ZIP")
        size = _END.unpack_from(tail, at)[5]
        if at >= _LOCATOR.size and tail[at - _LOCATOR.size :].startswith(b"PK\x06\x07"):
            box.seek(min(_LOCATOR.unpack_from(tail, at - _LOCATOR.size)[2], length))
            end = box.read(_END64.size)
            if len(end) == _END64.size:
                size = max(size if size != 0xFFFFFFFF else 0, _END64.unpack(end)[8])
    if size > MAX_DIRECTORY:
        raise BadBox("too many entries")


def _harmless(infos: list[zipfile.ZipInfo], max_bytes: int) -> dict[str, zipfile.ZipInfo]:
    if len(infos) > MAX_ENTRIES:
        raise BadBox("too many entries")
    if sum(info.file_size for info in infos) > max_bytes:
        raise BadBox("larger than a space may be")
    known: set[str] = set()
    for info in infos:
        _refuse_name(info)
        name = unicodedata.normalize("NFC", info.filename).casefold()
        if name in known:
            raise BadBox(f"twice in it: {info.filename!r}")
        known.add(name)
    return {info.filename: info for info in infos}


def _refuse_name(info: zipfile.ZipInfo) -> None:
    name = info.orig_filename
    parts = PurePosixPath(name).parts
    is_ours = (len(parts) == 1 and name in TOP) or (len(parts) == 2 and parts[0] in FOLDERS)
    if not is_ours or ".." in parts or "/".join(parts) != name or set(name) & set("\\\0:"):
        raise BadBox(f"no place in a box: {name!r}")
    if stat.S_IFMT(info.external_attr >> 16) not in {0, stat.S_IFREG}:
        raise BadBox(f"not a plain file: {name!r}")
    if info.flag_bits & 1 or info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise BadBox(f"packed in another way: {name!r}")


def _manifest(box: zipfile.ZipFile, entries: dict[str, zipfile.ZipInfo]) -> dict[str, Any]:
    info = entries.get(MANIFEST)
    if info is None or info.file_size > MAX_MANIFEST:
        raise BadBox("no manifest")
    manifest = json.loads(box.read(info))
    if not isinstance(manifest, dict) or manifest.get("format") != FORMAT:
        raise BadBox("not a project in a box")
    if manifest.get("version") != FORMAT_VERSION:
        raise BadBox(f"of another version: {manifest.get('version')!r}")
    if wrong := faults(manifest, SCHEMA["$defs"]["manifest"], "manifest"):
        raise BadBox(wrong[0])
    return manifest


def _compare_sums(
    box: zipfile.ZipFile, entries: dict[str, zipfile.ZipInfo], manifest: dict[str, Any]
) -> None:
    told = {each["path"]: each for each in manifest["files"]}
    expected = {n for n in entries if n.startswith(("files/", "package/"))} - {MANIFEST}
    if len(told) != len(manifest["files"]) or set(told) != expected:
        odd = sorted(set(told) ^ expected)
        raise BadBox(f"manifest and content differ: {odd[0] if odd else 'a path stands twice'}")
    for name, each in told.items():
        if entries[name].file_size != each["size"]:
            raise BadBox(f"another size: {name}")
        with box.open(entries[name]) as content:
            if hashlib.file_digest(content, "sha256").hexdigest() != each["sha256"]:  # type: ignore[arg-type]  # reads like a file
                raise BadBox(f"another content: {name}")


def _records(box: zipfile.ZipFile, manifest: dict[str, Any]) -> dict[str, int]:
    """Every line of every kind: its shape, its id, and that what it points at is there."""
    told = {each["path"]: each for each in manifest["files"]}
    kinds = [kind for kind in SCHEMA["$defs"] if kind != "manifest"]
    ids: dict[str, set[str]] = {kind: set() for kind in kinds}
    wanted: list[tuple[str, set[str]]] = []
    counts: dict[str, int] = {}
    for kind in kinds:
        path = f"package/{kind}.jsonl"
        if path not in told:
            raise BadBox(f"missing: {path}")
        links: dict[str, set[str]] = {}
        counts[kind] = 0
        with box.open(path) as content:
            for record in _lines(content, path):
                counts[kind] += 1
                _look_at(record, kind, ids[kind], links)
                if kind == "files" and told.get(record["path"], {}).get("sha256") is None:
                    raise BadBox(f"no content: {record['path']}")
        if told[path].get("records") != counts[kind]:
            raise BadBox(f"another number of records: {path}")
        wanted += links.items()
    for kind, refs in wanted:
        if missing := refs - ids[kind]:
            raise BadBox(f"{kind}: nothing has the id {min(missing)}")
    _compare_ids(box, told, ids)
    return counts


def _lines(content: IO[bytes], path: str) -> Iterator[dict[str, Any]]:
    while line := content.readline(MAX_LINE + 1):
        if len(line) > MAX_LINE:
            raise BadBox(f"a line is too long: {path}")
        yield json.loads(line)


def _look_at(record: Any, kind: str, ids: set[str], links: dict[str, set[str]]) -> None:
    if wrong := faults(record, SCHEMA["$defs"][kind], kind):
        raise BadBox(wrong[0])
    if "id" in record:
        if record["id"] in ids:
            raise BadBox(f"twice in {kind}: {record['id']}")
        ids.add(record["id"])
    if "by" in record:
        links.setdefault("people", set()).add(record["by"])
    for name, target in LINKS.get(kind, {}).items():
        value = record[name]
        links.setdefault(target, set()).update([value] if isinstance(value, str) else value or [])


def _compare_ids(box: zipfile.ZipFile, told: dict[str, Any], ids: dict[str, set[str]]) -> None:
    if IDS not in told:
        raise BadBox(f"missing: {IDS}")
    with box.open(IDS) as content:
        listed = {line.decode().strip() for line in content}
    if listed != set().union(*(each for kind, each in ids.items() if kind != "people")):
        raise BadBox(f"{IDS} names other things than the records")
