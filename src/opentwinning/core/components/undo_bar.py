"""“Page deleted. Undo”: ten seconds on the screen, thirty days in the trash."""

from collections.abc import Iterable

from opentwinning.core.components.contract import Component, Story, component


@component
class UndoBar(Component):
    """``action`` takes a POST that takes the act back."""

    text: str
    action: str
    label: str = ""
    seconds: int = 10

    @classmethod
    def stories(cls) -> Iterable[Story]:
        yield Story("Deleted", {"text": "Page deleted.", "action": "#", "seconds": 0})
