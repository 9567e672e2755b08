"""A button that changes something at once: a small form of its own, sent by POST."""

from collections.abc import Iterable, Mapping
from typing import ClassVar, Literal

from opentwinning.core.components.contract import Component, Story, component


@component
class PostButton(Component):
    """For acts in lists and menus. ``fields`` are sent along as hidden inputs."""

    takes_attributes: ClassVar[bool] = True

    label: str
    action: str
    kind: Literal["primary", "secondary", "quiet", "danger", "link"] = "secondary"
    size: Literal["", "small", "large"] = ""
    icon: str = ""
    name: str = ""
    value: str = ""
    fields: Mapping[str, object] | None = None
    label_hidden: bool = False
    disabled: bool = False

    @classmethod
    def stories(cls) -> Iterable[Story]:
        yield Story(
            "Accept", {"label": "Accept", "action": "#", "kind": "primary", "icon": "check"}
        )
        yield Story(
            "With a hidden value",
            {"label": "Delete", "action": "#", "kind": "danger", "fields": {"ref": "pst_1"}},
        )
