"""A tree as the document that several people change at once (Yjs, as the editor's own binding
writes it): an element for each node, one text for pieces that stand together.
"""

import difflib
import json
from collections.abc import Iterable
from typing import Any, cast

from pycrdt import Doc, XmlElement, XmlFragment, XmlText

from opentwinning.core.livetext.reading import Node, ordered, tree_of
from opentwinning.core.livetext.writing import markdown_of

FIELD = "default"  # the name the editor's binding gives it
_WHOLE = {"level", "start"}
MAX_DEPTH = 40  # deeper than any page; a hostile document could be endless


def new_document(text: str) -> Doc[Any]:
    """A document that says what a Markdown text says."""
    document: Doc[Any] = Doc()
    body = _body(document)
    for block in tree_of(text):
        _append(body, block)
    return document


def document_of(updates: Iterable[bytes | memoryview]) -> Doc[Any]:
    """A document of everything that was written into it, in any order."""
    document: Doc[Any] = Doc()
    _body(document)
    for update in updates:
        document.apply_update(bytes(update))
    return document


def text_of(document: Doc[Any]) -> str:
    """The Markdown of a document as it is now."""
    return markdown_of(blocks_of(document))


def blocks_of(document: Doc[Any]) -> list[Node]:
    """The tree of a document; what the editor does not know is left out."""
    return [node for child in _body(document).children for node in _read(child, 0)]


def _body(document: Doc[Any]) -> XmlFragment:
    body: XmlFragment = document.get(FIELD, type=XmlFragment)
    return body


def bring_in(document: Doc[Any], before: str, after: str) -> bool:
    """Carry a change that was saved elsewhere, from one text to another, into the document.

    Blocks that nobody touched here take the change. Where both sides changed, both stay, one
    below the other. Return whether anything is doubled so.
    """
    old, new = tree_of(before), tree_of(after)
    if old == new:
        return False
    with document.transaction():
        body = _body(document)
        here = [tree_of(markdown_of(_read(child, 0))) for child in body.children]
        doubled = False
        for tag, a, b, c, d in reversed(_steps([[node] for node in old], [[n] for n in new])):
            if tag == "equal":
                continue
            at, end, as_it_was = _where(here, [[node] for node in old], a, b)
            doubled = doubled or not as_it_was
            del here[at:end]
            for _ in range(end - at):
                del body.children[at]
            for offset, node in enumerate(new[c:d]):
                here.insert(at + offset, [node])
                _insert(body, at + offset, node)
    return doubled


def _steps(old: list[Any], new: list[Any]) -> list[tuple[str, int, int, int, int]]:
    before, after = ([json.dumps(blocks) for blocks in side] for side in (old, new))
    return list(difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes())


def _where(here: list[Any], old: list[Any], start: int, end: int) -> tuple[int, int, bool]:
    """Where the blocks ``old[start:end]`` stand in the document, and whether they stand there as
    they were; else the place below what took theirs."""
    found = {
        a + offset: c + offset
        for tag, a, b, c, _ in _steps(old, here)
        if tag == "equal"
        for offset in range(b - a)
    }
    at = found.get(start, -1)
    if all(found.get(start + offset, -2) == at + offset for offset in range(end - start)):
        if start == end:
            at = max((place for index, place in found.items() if index < start), default=-1) + 1
        return at, at + end - start, True
    below = min((place for index, place in found.items() if index >= end), default=len(here))
    return below, below, False


def _append(parent: XmlFragment | XmlElement, node: Node) -> None:
    _insert(parent, len(parent.children), node)


def _insert(parent: XmlFragment | XmlElement, at: int, node: Node) -> None:
    element = XmlElement(node["type"])
    parent.children.insert(at, element)
    for name, value in (node.get("attrs") or {}).items():
        if value is not None:
            element.attributes[name] = value
    words: XmlText | None = None
    for child in node.get("content", ()):
        if child["type"] != "text":
            words = None
            _append(element, child)
            continue
        if words is None:
            words = XmlText()
            element.children.append(words)
        marks = {mark["type"]: mark.get("attrs") or {} for mark in child.get("marks", ())}
        words.insert(len(str_of(words)), child["text"], marks)


def str_of(words: XmlText) -> bytes:
    """What a text says, in the units the document counts with."""
    return "".join(str(piece) for piece, _ in words.diff()).encode()


def _read(child: Any, depth: int) -> list[Node]:
    if isinstance(child, XmlText):
        return [
            _piece(str(piece), marks) for piece, marks in child.diff() if isinstance(piece, str)
        ]
    if not isinstance(child, XmlElement) or depth > MAX_DEPTH or not child.tag:
        return []
    node: Node = {"type": str(child.tag)}
    named = cast("Iterable[tuple[str, Any]]", child.attributes)
    attrs = {name: _value(name, value) for name, value in named}
    if attrs:
        node["attrs"] = attrs
    content = [found for inner in child.children for found in _read(inner, depth + 1)]
    if content:
        node["content"] = content
    return [node]


def _value(name: str, value: Any) -> Any:
    return int(value) if name in _WHOLE and isinstance(value, float) else value


def _piece(text: str, given: dict[str, Any] | None) -> Node:
    node: Node = {"type": "text", "text": text}
    found = [
        {
            "type": name.split("--")[0],
            **({"attrs": value} if isinstance(value, dict) and value else {}),
        }
        for name, value in (given or {}).items()
        if value is not None
    ]
    return {**node, "marks": marks} if (marks := ordered(found)) else node
