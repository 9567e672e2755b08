"""What a file really is, whatever it is called; archives are opened with a limit."""

import gzip
import tempfile
import zipfile
import zlib
from typing import IO, BinaryIO

from django.utils.translation import pgettext_lazy

from opentwinning.core.verdicts import Invalid
from opentwinning.people.organisations.vocabulary import MAX_UNPACKED, TableKind

type _Readable = gzip.GzipFile | IO[bytes]
_PIECE = 1 << 20
_DEEP = 2  # archives inside archives
_BROKEN = pgettext_lazy("register", "The archive is damaged. Pack the file again or unpack it.")
_LARGE = pgettext_lazy("register", "The unpacked file is too large. Split the register.")
_OLD_EXCEL = pgettext_lazy(
    "register", "This is an old Excel file. Save it as XLSX or CSV and choose it again."
)
_NO_TABLE = pgettext_lazy("register", "The file is not a table. Choose a CSV, XLSX or HTML file.")
_MANY = pgettext_lazy("register", "The archive must hold one file. Choose that file alone.")


def unpacked(file: BinaryIO, depth: int = 0) -> tuple[BinaryIO, TableKind]:
    """The file without its wrapping, and its kind, found by content: exports lie about their names.
    Raises ``Invalid`` for what is no table or unpacks to more than ``MAX_UNPACKED`` bytes."""
    file.seek(0)
    start = file.read(4096)
    file.seek(0)
    if depth > _DEEP:
        raise Invalid(_NO_TABLE, "file")
    if start.startswith(b"\x1f\x8b"):
        with gzip.GzipFile(fileobj=file) as packed:
            return _inside(_copy(packed), depth)
    if start.startswith(b"PK\x03\x04"):
        return _from_zip(file, depth)
    return file, _kind(start)


def _inside(copy: BinaryIO, depth: int) -> tuple[BinaryIO, TableKind]:
    try:
        plain, kind = unpacked(copy, depth + 1)
    except BaseException:
        copy.close()
        raise
    if plain is not copy:
        copy.close()
    return plain, kind


def _kind(start: bytes) -> TableKind:
    if start.startswith(b"\xd0\xcf\x11\xe0"):
        raise Invalid(_OLD_EXCEL, "file")
    if start.startswith((b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"7z\xbc\xaf", b"Rar!")):
        raise Invalid(_NO_TABLE, "file")
    plain = start.replace(b"\0", b"").lower()
    if b"<workbook" in plain and b"<?xml" in plain:
        raise Invalid(_OLD_EXCEL, "file")
    if plain.lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t").startswith(b"<") and any(
        mark in plain for mark in (b"<table", b"<html", b"<!doctype html", b"<tr", b"<body")
    ):
        return TableKind.WEB_PAGE
    return TableKind.TEXT


def _from_zip(file: BinaryIO, depth: int) -> tuple[BinaryIO, TableKind]:
    try:
        with zipfile.ZipFile(file) as archive:
            members = [m for m in archive.infolist() if not m.is_dir()]
            if sum(member.file_size for member in members) > MAX_UNPACKED:
                raise Invalid(_LARGE, "file")
            if any(member.filename == "xl/workbook.xml" for member in members):
                file.seek(0)
                return file, TableKind.WORKBOOK
            shown = [m for m in members if not m.filename.startswith(("__MACOSX/", "."))]
            if len(shown) != 1:
                raise Invalid(_MANY, "file")
            with archive.open(shown[0]) as packed:
                copy = _copy(packed)
    except (zipfile.BadZipFile, RuntimeError) as error:
        raise Invalid(_BROKEN, "file") from error
    return _inside(copy, depth)


def _copy(packed: _Readable) -> BinaryIO:
    """Unpack to disk, counting: a bomb is stopped before it fills the disk."""
    copy = tempfile.TemporaryFile()  # noqa: SIM115 - its reader keeps it open; it has no name
    try:
        _pour(packed, copy)
    except (OSError, EOFError, zlib.error, zipfile.BadZipFile) as error:
        copy.close()
        raise Invalid(_BROKEN, "file") from error
    except Invalid:
        copy.close()
        raise
    copy.seek(0)
    return copy


def _pour(packed: _Readable, copy: BinaryIO) -> None:
    size = 0
    while piece := packed.read(_PIECE):
        size += len(piece)
        if size > MAX_UNPACKED:
            raise Invalid(_LARGE, "file")
        copy.write(piece)
