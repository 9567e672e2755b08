"""Whether a record follows the schema of the package: the few words of JSON Schema that ours uses,
checked without a library."""

import json
import re
from datetime import datetime
from typing import Any

from opentwinning.collaboration.boxes.adapters import style

SCHEMA: dict[str, Any] = json.loads(style.schema())
TYPES = {
    "string": str, "integer": int, "boolean": bool, "array": list, "object": dict,
    "null": type(None),
}  # fmt: skip


def faults(value: Any, shape: dict[str, Any], where: str = "") -> list[str]:
    """What is wrong with a value; nothing when it follows the shape."""
    if "anyOf" in shape:
        tried = [faults(value, each, where) for each in shape["anyOf"]]
        return [] if [] in tried else min(tried, key=len)
    if "const" in shape and value != shape["const"]:
        return [f"{where}: {value!r} is not {shape['const']!r}"]
    if "enum" in shape and value not in shape["enum"]:
        return [f"{where}: {value!r} is none of {shape['enum']}"]
    names = shape.get("type", [])
    names = [names] if isinstance(names, str) else names
    if names and not any(_is(value, name) for name in names):
        return [f"{where}: {value!r} is no {names}"]
    return _inside(value, shape, where)


def _is(value: Any, name: str) -> bool:
    return isinstance(value, TYPES[name]) and not (name == "integer" and isinstance(value, bool))


def _inside(value: Any, shape: dict[str, Any], where: str) -> list[str]:
    if isinstance(value, dict):
        return _in_object(value, shape, where)
    if isinstance(value, list):
        items = shape.get("items", {})
        return [f for n, each in enumerate(value) for f in faults(each, items, f"{where}[{n}]")]
    if isinstance(value, str):
        return _in_text(value, shape, where)
    if isinstance(value, int) and value < shape.get("minimum", value):
        return [f"{where}: {value} is too small"]
    return []


def _in_object(value: dict[str, Any], shape: dict[str, Any], where: str) -> list[str]:
    props = shape.get("properties", {})
    found = [f"{where}.{name} is missing" for name in shape["required"] if name not in value]
    found += [f"{where}.{name} is unknown" for name in value if name not in props]
    for name in sorted(set(value) & set(props)):
        found += faults(value[name], props[name], f"{where}.{name}")
    return found


def _in_text(value: str, shape: dict[str, Any], where: str) -> list[str]:
    if "pattern" in shape and not re.search(shape["pattern"], value):
        return [f"{where}: {value!r} is not {shape['pattern']}"]
    if shape.get("format") == "date-time" and not _is_moment(value):
        return [f"{where}: {value!r} is no moment with its time zone"]
    return []


def _is_moment(value: str) -> bool:
    try:
        return datetime.fromisoformat(value).tzinfo is not None
    except ValueError:
        return False
