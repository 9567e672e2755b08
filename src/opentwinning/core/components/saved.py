"""The line that says whether a text is safe: “Saved 10:42”."""

from collections.abc import Iterable

from opentwinning.core.components.contract import Component, Story, component


@component
class Saved(Component):
    """Stands inside a form with data-ot-autosave. ``at`` is the last time known to the server."""

    at: str = ""

    @classmethod
    def stories(cls) -> Iterable[Story]:
        yield Story("Saved", {"at": "10:42"})
