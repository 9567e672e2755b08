"""What a file really is: extension, first bytes and inner structure must agree (D4, D9)."""

import re
import stat
import zipfile
from pathlib import Path

import puremagic

from opentwinning.workspace.files.vocabulary import CAPTIONS, DOCUMENTS

HEAD = 4096
TEXT_SAMPLE = 64 * 1024
SURE = 0.5  # below this puremagic only guesses
MAX_ENTRIES = 5000
MAX_UNPACKED = 500 * 1024 * 1024
MAX_RATIO = 200

_FAMILY = {
    "jpg": {"jpg", "jpeg", "jfif", "jpe"},
    "mp4": {"mp4", "m4v"},
    "mov": {"mov", "qt"},
    "webm": {"webm"},
    "ogg": {"ogg", "oga", "ogv", "ogx"},
    "mp3": {"mp3"},
    "m4a": {"m4a", "mp4"},
    "wav": {"wav"},
    "pdf": {"pdf"},
}
_ALIAS = {"jpeg": "jpg", "m4v": "mp4", "ogv": "ogg", "oga": "ogg", "weba": "webm"}
_MARKUP = {"html", "htm", "xhtml", "xml", "svg"}
_OOXML_FOLDER = {"docx": "word/", "xlsx": "xl/", "pptx": "ppt/"}
_ODF = ("odt", "ods", "odp")
_VTT = re.compile(rb"(\xef\xbb\xbf)?WEBVTT[ \t\r\n]")


def agrees(path: Path, extension: str) -> bool:
    """True when the content is what the extension says."""
    with path.open("rb") as content:
        head = content.read(HEAD)
    if extension in {"txt", "csv"}:
        return _is_text(path) and not _guesses(head) & _MARKUP
    if extension == CAPTIONS:
        return _VTT.match(head) is not None and _is_text(path)
    if extension in _OOXML_FOLDER or extension in _ODF:
        return head.startswith(b"PK\x03\x04") and _is_office(path, extension)
    extension = _ALIAS.get(extension, extension)
    if not _begins_like(head, extension):
        return False
    sure = _guesses(head)
    return not sure or bool(sure & _FAMILY.get(extension, {extension}))


def _guesses(head: bytes) -> set[str]:
    try:
        found = puremagic.magic_string(head)
    except puremagic.PureError:
        return set()
    return {m.extension.lstrip(".") for m in found if m.confidence >= SURE}


def _begins_like(head: bytes, extension: str) -> bool:
    if extension in {"mp4", "m4a", "mov"}:
        return head[4:8] in {b"ftyp", b"moov", b"mdat", b"wide", b"free", b"skip"}
    if extension == "webp":
        return head[:4] == b"RIFF" and head[8:12] == b"WEBP"
    if extension == "wav":
        return head[:4] == b"RIFF" and head[8:12] == b"WAVE"
    if extension == "webm":
        return head.startswith(b"\x1a\x45\xdf\xa3") and b"webm" in head[:64]
    if extension == "mp3":
        return head.startswith(b"ID3") or (head[:1] == b"\xff" and head[1:2] >= b"\xe0")
    starts = {
        "jpg": b"\xff\xd8\xff",
        "png": b"\x89PNG\r\n\x1a\n",
        "gif": b"GIF8",
        "ogg": b"OggS",
        "pdf": b"%PDF-",
    }
    return extension in starts and head.startswith(starts[extension])


def _is_text(path: Path) -> bool:
    with path.open("rb") as content:
        sample = content.read(TEXT_SAMPLE)
    return b"\0" not in sample


def _is_office(path: Path, extension: str) -> bool:
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            if not _is_harmless(entries):
                return False
            names = {entry.filename for entry in entries}
            if extension in _ODF:
                return _odf_type(archive, entries) == DOCUMENTS[extension]
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError):
        return False
    folder = _OOXML_FOLDER[extension]
    return "[Content_Types].xml" in names and any(n.startswith(folder) for n in names)


def _is_harmless(entries: list[zipfile.ZipInfo]) -> bool:
    """No bomb, no link, no path out of the archive, no macros."""
    packed = sum(entry.compress_size for entry in entries) or 1
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > MAX_ENTRIES or unpacked > min(MAX_UNPACKED, packed * MAX_RATIO + HEAD):
        return False
    for entry in entries:
        parts = entry.filename.replace("\\", "/").split("/")
        if entry.filename.startswith(("/", "\\")) or ".." in parts:
            return False
        if stat.S_ISLNK(entry.external_attr >> 16) or parts[-1].lower() == "vbaproject.bin":
            return False
    return True


def _odf_type(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> str:
    first = entries[0] if entries else None
    if first is None or first.filename != "mimetype" or first.file_size > HEAD:
        return ""
    return archive.read(first).decode("ascii", "replace").strip()
