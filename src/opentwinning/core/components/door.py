"""One of the three doors of the portal: who you are, what waits for you, one act."""

from collections.abc import Iterable
from typing import Literal

from opentwinning.core.components.contract import Component, Story, component


@component
class Door(Component):
    """Stands in a ``.ot-doors`` list of at most three."""

    title: str
    text: str
    href: str
    action: str
    icon: str = ""
    tone: Literal["blue", "plum", "teal"] = "blue"
    more_label: str = ""
    more_href: str = ""

    @classmethod
    def stories(cls) -> Iterable[Story]:
        yield Story(
            "For teachers",
            {
                "title": "I teach",
                "text": "Find partners, plan together, open a safe space for your classes.",
                "href": "#",
                "action": "Create your account",
                "icon": "graduation-cap",
                "more_label": "Sign in",
                "more_href": "#",
            },
        )
