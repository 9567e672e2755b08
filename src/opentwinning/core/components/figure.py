"""One number that matters, with its meaning."""

from collections.abc import Iterable

from opentwinning.core.components.contract import Component, Story, component


@component
class Figure(Component):
    """Stands in a ``<ul class="ot-figures">`` list; draws the ``<li>`` itself."""

    value: str
    label: str
    hint: str = ""
    href: str = ""
    icon: str = ""

    @classmethod
    def stories(cls) -> Iterable[Story]:
        yield Story("Plain", {"value": "1 284", "label": "projects at work"})
        yield Story(
            "Link",
            {
                "value": "12",
                "label": "waiting for you",
                "hint": "Oldest: 3 days",
                "href": "#",
                "icon": "inbox",
            },
        )
