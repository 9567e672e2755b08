"""The way back up, outside the TwinSpace."""

from collections.abc import Iterable
from typing import Any

from opentwinning.core.components.contract import Component, Story, component


@component
class Breadcrumbs(Component):
    """``items``: pairs (label, url); the page itself is not among them."""

    items: Iterable[Any]

    @classmethod
    def stories(cls) -> Iterable[Story]:
        yield Story("Two up", {"items": [("My projects", "#"), ("Water around us", "#")]})
