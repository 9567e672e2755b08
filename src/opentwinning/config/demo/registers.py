"""Reads excerpts of national school registers by their mapping."""

import csv
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import yaml

from opentwinning.config.demo.reader import FOLDER, DemoDataError
from opentwinning.config.demo.shapes import Register, RegisterRow

_TEXT_FIELDS = ("code", "name", "place", "region", "postcode", "kind")


@cache
def registers() -> dict[str, Register]:
    """Mappings by key; the file stands beside them."""
    listed = yaml.safe_load((FOLDER / "registers" / "mappings.yaml").read_text(encoding="utf-8"))
    return {key: Register(key=key, **values) for key, values in listed.items()}


def rows_of(register: Register) -> Iterator[RegisterRow]:
    """Schools of a register that still exist, each code once (the first row counts)."""
    seen: set[str] = set()
    path = FOLDER / "registers" / register.file
    with path.open(encoding=register.encoding, newline="") as lines:
        for cells in csv.DictReader(lines, delimiter=register.delimiter):
            if not (_holds(cells, register.schools_when) and _holds(cells, register.open_when)):
                continue
            row = _row(cells, register)
            if row.code not in seen:
                seen.add(row.code)
                yield row


def _holds(cells: dict[str, str], condition: dict[str, Any]) -> bool:
    return not condition or cells[condition["column"]] in condition["values"]


def _row(cells: dict[str, str], register: Register) -> RegisterRow:
    text = {name: _cell(cells, register, name) for name in _TEXT_FIELDS}
    if not text["code"] or not text["name"]:
        raise DemoDataError(f"{register.file}: a row without code or name")
    parent = _cell(cells, register, "parent")
    return RegisterRow(
        **text,
        parent_code="" if parent == text["code"] else parent,
        latitude=_number(_cell(cells, register, "latitude")),
        longitude=_number(_cell(cells, register, "longitude")),
    )


def _cell(cells: dict[str, str], register: Register, name: str) -> str:
    column = register.columns.get(name)
    if column is None:
        return ""
    value = " ".join(cells[column].split())
    if value in register.empty_markers:
        return ""
    if pattern := register.patterns.get(name):
        found = re.search(pattern, value)
        value = found.group(1).strip() if found else ""
    if name in register.capitals:
        value = _with_capitals(value, register.small_words)
    return register.values.get(name, {}).get(value, value)


def _with_capitals(value: str, small_words: list[str]) -> str:
    """Name of a place as people write it: "VALEA LUPULUI-NOUĂ" becomes "Valea Lupului-Nouă"."""

    def written(found: re.Match[str]) -> str:
        word = found.group().lower()
        return word if word in small_words else word.capitalize()

    return re.sub(r"[^\W\d_]+", written, value)


def _number(value: str) -> float | None:
    return float(value.replace(",", ".")) if value else None
