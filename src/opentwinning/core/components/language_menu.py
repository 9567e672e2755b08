"""The languages of the site by their own names. No flags."""

from collections.abc import Iterable
from typing import Any

from opentwinning.core.components.contract import Component, Story, component


@component
class LanguageMenu(Component):
    """``languages``: name (own name), code, url, current."""

    languages: Iterable[Any]

    @property
    def current(self) -> Any:
        """The language of this page."""
        return next((item for item in self.languages if _has(item, "current")), None)

    @classmethod
    def stories(cls) -> Iterable[Story]:
        yield Story(
            "Three",
            {
                "languages": [
                    {"name": "English", "code": "en", "url": "#", "current": True},
                    {"name": "Ελληνικά", "code": "el", "url": "#"},
                    {"name": "Українська", "code": "uk", "url": "#"},
                ]
            },
        )


def _has(item: Any, name: str) -> bool:
    return bool(item.get(name) if isinstance(item, dict) else getattr(item, name, False))
