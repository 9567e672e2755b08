"""Reading the tables of a web page that calls itself a spreadsheet."""

import io
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import BinaryIO, override

_PIECE = 1 << 16
_SILENT = frozenset({"script", "style", "title"})


def rows_of_page(file: BinaryIO, encoding: str) -> Iterator[tuple[int, list[str]]]:
    """(row number, cells) of all tables, one after the other. Entities become letters; a cell over
    several columns stands in the first one."""
    file.seek(0)
    reader = _Rows()
    text = io.TextIOWrapper(file, encoding=encoding)
    try:
        while piece := text.read(_PIECE):
            reader.feed(piece)
            yield from reader.take()
        reader.close()
        reader.handle_starttag("tr", [])
        yield from reader.take()
    finally:
        text.detach()  # the file belongs to the caller


class _Rows(HTMLParser):
    """Collects cells; forgiving about end tags, as browsers are."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.ready: list[tuple[int, list[str]]] = []
        self.count = 0
        self.cells: list[str] = []
        self.cell: list[str] | None = None
        self.span = 1
        self.silent = 0

    def take(self) -> list[tuple[int, list[str]]]:
        ready, self.ready = self.ready, []
        return ready

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self.silent += 1
        elif tag in {"td", "th"}:
            self._end_cell()
            self.cell = []
            span = dict(attrs).get("colspan") or "1"
            self.span = min(int(span), 100) if span.isdecimal() else 1
        elif tag == "tr":
            self._end_row()
        elif tag in {"br", "p", "div", "li"} and self.cell is not None:
            self.cell.append(" ")

    @override
    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self.silent = max(self.silent - 1, 0)
        elif tag in {"td", "th"}:
            self._end_cell()
        elif tag in {"tr", "table"}:
            self._end_row()

    @override
    def handle_data(self, data: str) -> None:
        if self.cell is not None and not self.silent:
            self.cell.append(data)

    def _end_cell(self) -> None:
        if self.cell is not None:
            self.cells += ["".join(self.cell), *[""] * (self.span - 1)]
            self.cell = None

    def _end_row(self) -> None:
        self._end_cell()
        if self.cells:
            self.count += 1
            self.ready.append((self.count, self.cells))
            self.cells = []
