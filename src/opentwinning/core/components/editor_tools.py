"""The toolbar over a text area that holds Markdown. Hidden until its script runs."""

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from opentwinning.core.components.contract import Component, Story, component

TOOLS: tuple[tuple[str, str, Promise | str], ...] = (
    ("bold", "bold", pgettext_lazy("editor", "Bold")),
    ("italic", "italic", pgettext_lazy("editor", "Italic")),
    ("heading", "heading", pgettext_lazy("editor", "Heading")),
    ("list", "list", pgettext_lazy("editor", "List")),
    ("numbers", "list-ordered", pgettext_lazy("editor", "Numbered list")),
    ("link", "link", pgettext_lazy("editor", "Link")),
    ("quote", "quote", pgettext_lazy("editor", "Quote")),
    ("table", "table", pgettext_lazy("editor", "Table")),
)


@component
class EditorTools(Component):
    """Stands directly before the text area with the given id."""

    field_id: str
    preview_url: str = ""
    images_url: str = ""

    @property
    def tools(self) -> tuple[tuple[str, str, Promise | str], ...]:
        """Act, icon and name of each button."""
        return TOOLS

    @classmethod
    def stories(cls) -> Iterable[Story]:
        yield Story(
            "All tools", {"field_id": "specimen-text", "preview_url": "#", "images_url": "#"}
        )
