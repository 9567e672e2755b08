"""Reading XLSX row by row: every cell becomes the text a person sees."""

import datetime as dt
import zipfile
from collections.abc import Iterator
from typing import Any, BinaryIO
from xml.etree.ElementTree import ParseError

from django.utils.translation import pgettext_lazy

from opentwinning.core.verdicts import Invalid

_BROKEN = pgettext_lazy("register", "The workbook is damaged. Save it again and choose it again.")
_FAULTS = (
    zipfile.BadZipFile, ParseError, KeyError, ValueError, TypeError, IndexError, EOFError,
    AttributeError,
)  # fmt: skip


def sheets(file: BinaryIO) -> list[str]:
    """Names of the sheets with cells, the largest first."""
    book = _open(file)
    try:
        sized = [(_cells(sheet), -at, sheet.title) for at, sheet in enumerate(book.worksheets)]
        return [title for size, _, title in sorted(sized, reverse=True) if size]
    finally:
        book.close()


def rows_of_sheet(file: BinaryIO, sheet: str) -> Iterator[tuple[int, list[str]]]:
    """(row number, cells) of one sheet. Raises ``Invalid`` when the workbook is damaged."""
    book = _open(file)
    try:
        chosen = book[sheet] if sheet in book.sheetnames else book.worksheets[0]
        chosen.reset_dimensions()  # what some programs write there is wrong
        for number, cells in enumerate(chosen.iter_rows(), start=1):
            yield number, [_text(cell) for cell in cells]
    except _FAULTS as error:
        raise Invalid(_BROKEN, "file") from error
    finally:
        book.close()


def _open(file: BinaryIO) -> Any:
    from openpyxl import load_workbook  # noqa: PLC0415 - slow to load, rarely needed

    file.seek(0)
    try:
        return load_workbook(file, read_only=True, data_only=True, keep_links=False)
    except (*_FAULTS, OSError) as error:
        raise Invalid(_BROKEN, "file") from error


def _cells(sheet: Any) -> int:
    try:
        return (sheet.max_row or 1) * (sheet.max_column or 1)
    except (AttributeError, TypeError):  # a sheet of drawings
        return 0


def _text(cell: Any) -> str:
    value = cell.value
    if value is None or cell.data_type == "e":
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat(" ")
    if isinstance(value, int | float):
        return _number(value, str(cell.number_format or ""))
    return str(value)


def _number(value: float, shown: str) -> str:
    """A number as the cell shows it where zeros lead ("000000"): codes are text."""
    if value != int(value):
        return repr(value)
    digits = str(int(value))
    return digits.zfill(len(shown)) if shown and not shown.strip("0") else digits
