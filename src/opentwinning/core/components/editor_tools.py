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
# What is put in: from the files of the place, and from other sites.
FILE_TOOLS: tuple[tuple[str, str, Promise | str], ...] = (
    ("image", "image-plus", pgettext_lazy("editor", "Picture")),
    ("gallery", "images", pgettext_lazy("editor", "Gallery")),
    ("video", "file-video", pgettext_lazy("editor", "Film")),
    ("file", "paperclip", pgettext_lazy("editor", "File")),
    ("embed", "monitor", pgettext_lazy("editor", "From another site")),
)
# What the questions of the tools say: ``data-ot-text-…`` of the toolbar.
WORDS: dict[str, Promise | str] = {
    "alt": pgettext_lazy("editor", "What is in the picture?"),
    "address": pgettext_lazy("editor", "Address of the page"),
    "pictures": pgettext_lazy("editor", "Choose a picture"),
    "close": pgettext_lazy("editor", "Close"),
    "insert": pgettext_lazy("editor", "Insert"),
    "none": pgettext_lazy("editor", "There are no pictures here yet."),
    "describe": pgettext_lazy(
        "editor", "Say what is in the picture, for people who do not see it."
    ),
    "gallery": pgettext_lazy("editor", "Choose the pictures of the gallery"),
    "video": pgettext_lazy("editor", "Film"),
    "film": pgettext_lazy("editor", "Which film"),
    "title": pgettext_lazy("editor", "Title"),
    "poster": pgettext_lazy("editor", "Picture before it plays"),
    "captions": pgettext_lazy("editor", "Captions (a file of the kind .vtt)"),
    "spoken": pgettext_lazy("editor", "Language of the captions"),
    "file": pgettext_lazy("editor", "File"),
    "which": pgettext_lazy("editor", "Which file"),
    "choose": pgettext_lazy("editor", "Choose"),
    "without": pgettext_lazy("editor", "None"),
    "nofiles": pgettext_lazy("editor", "Nothing here yet: add it under Files first"),
    "nothing": pgettext_lazy("editor", "Choose a file."),
    "embed": pgettext_lazy("editor", "From another site"),
    "sites": pgettext_lazy(
        "editor",
        "Films and other things of sites that the centre allows are shown on pages, after a press. "
        "All others are links.",
    ),
    "https": pgettext_lazy("editor", "Write an address that begins with https://"),
    "nameit": pgettext_lazy("editor", "Write a title."),
}


@component
class EditorTools(Component):
    """Stands directly before the text area with the given id."""

    field_id: str
    preview_url: str = ""
    images_url: str = ""

    @property
    def tools(self) -> tuple[tuple[str, str, Promise | str], ...]:
        """Act, icon and name of each button."""
        return TOOLS + (FILE_TOOLS if self.images_url else ())

    @property
    def words(self) -> dict[str, Promise | str]:
        """What its questions say."""
        return WORDS

    @classmethod
    def stories(cls) -> Iterable[Story]:
        yield Story(
            "All tools", {"field_id": "specimen-text", "preview_url": "#", "images_url": "#"}
        )
