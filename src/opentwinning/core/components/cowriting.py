"""A text that several people write at once. Hidden until its line to the server stands."""

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from opentwinning.core.components.contract import Component, Story, component
from opentwinning.core.components.editor_tools import FILE_TOOLS, WORDS
from opentwinning.core.verdicts import Text

# Act, icon, name; the last ones show inside a table only.
TOOLS: tuple[tuple[str, str, Promise | str], ...] = (
    ("undo", "undo-2", pgettext_lazy("editor", "Undo")),
    ("redo", "redo-2", pgettext_lazy("editor", "Do it again")),
    ("bold", "bold", pgettext_lazy("editor", "Bold")),
    ("italic", "italic", pgettext_lazy("editor", "Italic")),
    ("heading", "heading", pgettext_lazy("editor", "Heading")),
    ("subheading", "type", pgettext_lazy("editor", "Smaller heading")),
    ("list", "list", pgettext_lazy("editor", "List")),
    ("numbers", "list-ordered", pgettext_lazy("editor", "Numbered list")),
    ("tasks", "list-todo", pgettext_lazy("editor", "List to tick off")),
    ("link", "link", pgettext_lazy("editor", "Link")),
    *FILE_TOOLS,
    ("quote", "quote", pgettext_lazy("editor", "Quote")),
    ("line", "minus", pgettext_lazy("editor", "Line across")),
    ("table", "table", pgettext_lazy("editor", "Table")),
)
TABLE_TOOLS: tuple[tuple[str, Promise | str], ...] = (
    ("row", pgettext_lazy("editor", "New row")),
    ("column", pgettext_lazy("editor", "New column")),
    ("row-away", pgettext_lazy("editor", "Delete row")),
    ("column-away", pgettext_lazy("editor", "Delete column")),
    ("table-away", pgettext_lazy("editor", "Delete table")),
)


@component
class Cowriting(Component):
    """``line_url`` gives a ticket, ``images_url`` the pictures to choose from."""

    line_url: str
    images_url: str
    label: Text

    @property
    def tools(self) -> tuple[tuple[str, str, Promise | str], ...]:
        """Act, icon and name of each button."""
        return TOOLS

    @property
    def words(self) -> dict[str, Promise | str]:
        """What its questions say."""
        return WORDS

    @property
    def table_tools(self) -> tuple[tuple[str, Promise | str], ...]:
        """Act and name of each button for tables."""
        return TABLE_TOOLS

    @classmethod
    def stories(cls) -> Iterable[Story]:
        yield Story("Before its line stands", {"line_url": "#", "images_url": "#", "label": "Text"})
