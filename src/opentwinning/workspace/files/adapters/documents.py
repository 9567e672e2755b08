"""Office documents name their author, her firm and her computer; photos in them name a place. Write
them anew without that (D6 for what hides in documents)."""

import shutil
import tempfile
import zipfile
from pathlib import Path
from typing import IO

CHUNK = 1024 * 1024
MAX_PICTURE = 64 * 1024 * 1024  # bytes; a larger one is copied as it is
_OOXML = "http://schemas.openxmlformats.org"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# Parts that hold nothing but telltales, and what stands there instead: others point at them.
EMPTY: dict[str, str] = {
    "docProps/core.xml": (
        f'{_XML}<cp:coreProperties xmlns:cp="{_OOXML}/package/2006/metadata/core-properties"/>'
    ),
    "docProps/app.xml": (
        f'{_XML}<Properties xmlns="{_OOXML}/officeDocument/2006/extended-properties"/>'
    ),
    "docProps/custom.xml": (
        f'{_XML}<Properties xmlns="{_OOXML}/officeDocument/2006/custom-properties"/>'
    ),
    "meta.xml": (
        f'{_XML}<office:document-meta office:version="1.2"'
        ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"><office:meta/>'
        "</office:document-meta>"
    ),
}
# JPEG segments: EXIF and XMP, and what photo programs add.
_TELLTALE_SEGMENTS = frozenset({0xE1, 0xED})
_START_OF_SCAN = 0xDA


def strip_telltales(path: Path) -> None:
    """Replace an office document that was found whole and harmless by one without properties and
    without the data of its photos. Raises what ``zipfile`` raises for a broken one."""
    with tempfile.TemporaryFile(dir=path.parent) as target:
        with zipfile.ZipFile(path) as old, zipfile.ZipFile(target, "w") as new:
            for entry in old.infolist():
                _copy(old, entry, new)
        target.seek(0)
        with path.open("wb") as content:
            shutil.copyfileobj(target, content, CHUNK)


def _copy(old: zipfile.ZipFile, entry: zipfile.ZipInfo, new: zipfile.ZipFile) -> None:
    """One entry, without its date and its remarks."""
    copy = zipfile.ZipInfo(entry.filename)
    # OpenDocument wants its type first and plain.
    plain = entry.filename == "mimetype" or entry.is_dir()
    copy.compress_type = zipfile.ZIP_STORED if plain else zipfile.ZIP_DEFLATED
    if entry.filename in EMPTY:
        new.writestr(copy, EMPTY[entry.filename])
    elif _is_photo(entry):
        new.writestr(copy, without_telltales(old.read(entry)))
    else:
        with old.open(entry) as source, new.open(copy, "w") as target:
            _pour(source, target)


def _pour(source: IO[bytes], target: IO[bytes]) -> None:
    shutil.copyfileobj(source, target, CHUNK)


def _is_photo(entry: zipfile.ZipInfo) -> bool:
    is_jpeg = entry.filename.lower().endswith((".jpg", ".jpeg"))
    return is_jpeg and entry.file_size <= MAX_PICTURE


def without_telltales(picture: bytes) -> bytes:
    """A JPEG without the segments that name place, time and device; anything else unchanged."""
    if picture[:2] != b"\xff\xd8":
        return picture
    kept, at = [picture[:2]], 2
    while at + 4 <= len(picture) and picture[at] == 0xFF and picture[at + 1] != _START_OF_SCAN:
        if picture[at + 1] == 0xFF:  # filling between segments
            at += 1
            continue
        size = 2 + int.from_bytes(picture[at + 2 : at + 4], "big")
        if picture[at + 1] not in _TELLTALE_SEGMENTS:
            kept.append(picture[at : at + size])
        at += size
    return b"".join([*kept, picture[at:]])
