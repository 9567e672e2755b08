"""“Translate”, and once translated: that a machine did it, and the way back."""

from collections.abc import Iterable

from opentwinning.core.components.contract import Component, Story, component


@component
class TranslationBar(Component):
    """Stands directly under a text by somebody with another language."""

    action: str
    original: str = ""
    translated: bool = False

    @classmethod
    def stories(cls) -> Iterable[Story]:
        yield Story("Offered", {"action": "#", "original": "Polish"})
        yield Story("Shown", {"action": "#", "original": "Polish", "translated": True})
