"""“Show 20 more” and how much is shown."""

from collections.abc import Iterable

from opentwinning.core.components.contract import Component, Story, component


@component
class Pagination(Component):
    """``more_href`` is empty at the end. ``target`` lets htmx add the next part in place."""

    more_href: str = ""
    back_href: str = ""
    shown: int = 0
    total: int = 0
    step: int = 20
    target: str = ""
    label: str = ""

    @classmethod
    def stories(cls) -> Iterable[Story]:
        yield Story("More to come", {"more_href": "#", "shown": 20, "total": 143})
        yield Story("The end", {"shown": 12, "total": 12, "label": "More schools"})
