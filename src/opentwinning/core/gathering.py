"""Files of one page gathered into one: a browser far away waits for each request, not for its size.

Sources stay small and apart, and a browser can load them as they are. For a running site
``collectstatic`` joins the style sheets and puts in place what a module imports at its top; what a
module loads later (``import()``) stays a file of its own. No build step, and nothing is understood
but the few forms that our own sources use.
"""

import posixpath
import re
from collections.abc import Callable

type Read = Callable[[str], str]  # the text behind a name such as ot/app.js

# All on every page; cascade layers, not their order, decide which rule wins.
STYLE_SHEETS = tuple(
    f"ot/styles/{name}.css" for name in ("app", "tokens", "layout", "controls", "lists", "places")
)
_MODULE = re.compile(
    r'^import (?:\{ (?P<names>[\w, ]+) \}|\* as (?P<whole>\w+)) from "(?P<path>\.[\w./-]+)";\n',
    re.MULTILINE,
)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const) (\w+))", re.MULTILINE)
_ELSE = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)
_LATER = re.compile(r"\bimport\(")


class CannotGather(ValueError):
    """A source uses a form that is not understood here."""


def style_sheet(name: str, read: Read) -> str:
    """The first style sheet with all others behind it."""
    return "\n".join([read(name), *(read(other) for other in STYLE_SHEETS if other != name)])


def module(name: str, read: Read) -> str:
    """An entry module with the modules it imports at its top; its own exports remain."""
    return _gathered(name, read, posixpath.dirname(name))


def _gathered(name: str, read: Read, home: str) -> str:
    return _MODULE.sub(lambda found: _bound(found, name, read, home), read(name))


def _bound(found: re.Match[str], name: str, read: Read, home: str) -> str:
    target = f"{{ {found['names']} }}" if found["names"] else found["whole"]
    return f"const {target} = {_as_value(_beside(name, found['path']), read, home)};\n"


def _as_value(name: str, read: Read, home: str) -> str:
    """A module as an expression: what it exports. Its other names are seen by nobody else. What it
    loads later is found from the entry's folder, so it must be its own folder too."""
    text = _gathered(name, read, home)
    names = _EXPORT.findall(text)
    text = _EXPORT.sub("", text)
    later = _LATER.search(text) if posixpath.dirname(name) != home else None
    if other := _ELSE.search(text) or later:
        raise CannotGather(f"{name}: {other[0]}")
    return f"(() => {{\n{text}return {{ {', '.join(names)} }};\n}})()"


def _beside(name: str, path: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), path))
