"""Where Markdown's signs may stand: at words, never at blanks, and not between a full stop and a
letter. A mark that ends elsewhere is drawn back to where it can be said.
"""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from opentwinning.core.livetext.reading import Node

_SIGNED = ("bold", "italic", "strike")


class _Place:
    """One character of a line, or a thing that stands in it like one."""

    def __init__(self, node: Node, character: str) -> None:
        self.node, self.character = node, character
        self.marks = {mark["type"]: mark for mark in node.get("marks", ())}

    @property
    def is_blank(self) -> bool:
        return "code" not in self.marks and self.character.isspace()

    @property
    def is_letter(self) -> bool:
        return "code" not in self.marks and self.character.isalnum()

    @property
    def look(self) -> tuple[Any, ...]:
        kind = self.node["type"]
        return kind if kind == "text" else id(self.node), list(self.marks.values())


def loosened(line: list[Node]) -> list[Node]:
    """The pieces of one line, each mark where its signs can stand."""
    if not any(node.get("marks") for node in line):
        return line
    places = [place for node in line for place in _places(node)]
    for mark in _SIGNED:
        for start, end in list(_runs(places, mark)):
            _draw_back(places, mark, start, end)
    return list(_nodes(places))


def _places(node: Node) -> Iterable[_Place]:
    if node["type"] != "text":
        return [_Place(node, "]")]
    return [_Place(node, character) for character in node["text"]]


def _runs(places: list[_Place], mark: str) -> Iterable[tuple[int, int]]:
    at = 0
    for has, run in groupby(places, key=lambda place: mark in place.marks):
        length = len(list(run))
        if has:
            yield at, at + length
        at += length


def _draw_back(places: list[_Place], mark: str, start: int, end: int) -> None:
    def before_letter(at: int) -> bool:
        return at < len(places) and places[at].is_letter

    def after_letter(at: int) -> bool:
        return at >= 0 and places[at].is_letter

    while start < end and (
        places[start].is_blank or (not places[start].is_letter and after_letter(start - 1))
    ):
        places[start].marks.pop(mark)
        start += 1
    while start < end and (
        places[end - 1].is_blank or (not places[end - 1].is_letter and before_letter(end))
    ):
        end -= 1
        places[end].marks.pop(mark)


def _nodes(places: list[_Place]) -> Iterable[Node]:
    for _, run in groupby(places, key=lambda place: place.look):
        found = list(run)
        node = {name: value for name, value in found[0].node.items() if name != "marks"}
        if node["type"] == "text":
            node["text"] = "".join(place.character for place in found)
        if found[0].marks:
            node["marks"] = list(found[0].marks.values())
        yield node
