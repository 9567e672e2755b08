"""A table that becomes a stack of cards on a phone."""

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar

from opentwinning.core.components.contract import Component, Story, component


@component
class Table(Component):
    """``columns`` are headings, ``rows`` lists of cells; or write the rows in the content slot.

    In the slot give each cell data-ot-label with the name of its column, for the stacked form.
    ``numbers`` lists the columns (from 0) that hold numbers and are set flush right.
    """

    slots: ClassVar[tuple[str, ...]] = ("content",)

    columns: Sequence[str]
    caption: str
    rows: Iterable[Sequence[Any]] = ()
    caption_hidden: bool = False
    numbers: Sequence[int] = ()

    @property
    def heads(self) -> list[tuple[str, bool]]:
        """Headings, each with whether its column holds numbers."""
        return [(head, index in self.numbers) for index, head in enumerate(self.columns)]

    @property
    def lines(self) -> list[list[tuple[str, Any, bool]]]:
        """Cells with the name of their column."""
        return [
            [
                (head, cell, index in self.numbers)
                for index, (head, cell) in enumerate(zip(self.columns, row, strict=True))
            ]
            for row in self.rows or ()
        ]

    @classmethod
    def stories(cls) -> Iterable[Story]:
        yield Story(
            "Figures",
            {
                "caption": "Projects by country",
                "columns": ["Country", "Projects", "Pupils"],
                "rows": [
                    ["Portugal", 124, "3 408"],
                    ["Bulgaria", 97, "2 215"],
                    ["Finland", 61, "1 380"],
                ],
                "numbers": [1, 2],
            },
        )
