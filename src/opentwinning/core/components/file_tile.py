"""A file or picture in a grid."""

from collections.abc import Iterable
from typing import ClassVar, Literal

from opentwinning.core.components.contract import Component, Story, component

ICONS = {
    "image": "file-image",
    "video": "file-video",
    "sheet": "file-spreadsheet",
    "archive": "file-archive",
    "sound": "music",
    "text": "file-text",
    "folder": "folder",
    "other": "file",
}


@component
class FileTile(Component):
    """Stands in a ``<ul class="ot-files">`` list; draws the ``<li>`` itself."""

    slots: ClassVar[tuple[str, ...]] = ("content", "actions")

    name: str
    href: str
    kind: Literal["image", "video", "sheet", "archive", "sound", "text", "folder", "other"] = (
        "other"
    )
    meta: str = ""
    thumb: str = ""
    alt: str = ""
    note: str = ""
    note_tone: str = "warning"

    @property
    def sign(self) -> str:
        """The icon to draw."""
        return ICONS[self.kind]

    @classmethod
    def stories(cls) -> Iterable[Story]:
        yield Story("Folder", {"name": "Spring", "href": "#", "kind": "folder", "meta": "12 files"})
        yield Story(
            "Text",
            {
                "name": "Plan for the river day.odt",
                "href": "#",
                "kind": "text",
                "meta": "48 KB · Elena",
            },
        )
        yield Story(
            "Consent missing",
            {
                "name": "class-photo.jpg",
                "href": "#",
                "kind": "image",
                "meta": "1.2 MB",
                "note": "2 consents missing",
            },
        )
