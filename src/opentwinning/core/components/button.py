"""A button, or a link that looks like one when it has an address."""

from collections.abc import Iterable
from typing import ClassVar, Literal

from opentwinning.core.components.contract import Component, Story, component


@component
class Button(Component):
    """One act, named with a verb. At most one primary button per screen."""

    is_plain: ClassVar[bool] = True

    takes_attributes: ClassVar[bool] = True

    label: str
    href: str = ""
    kind: Literal["primary", "secondary", "quiet", "danger", "link"] = "secondary"
    size: Literal["", "small", "large"] = ""
    icon: str = ""
    icon_after: str = ""
    type: Literal["submit", "button", "reset"] = "submit"
    name: str = ""
    value: str = ""
    form: str = ""
    wide: bool = False
    disabled: bool = False
    label_hidden: bool = False

    @property
    def css(self) -> str:
        """The classes of the element."""
        parts = ["ot-button", f"ot-button--{self.kind}"]
        parts += [f"ot-button--{self.size}"] if self.size else []
        parts += ["ot-button--wide"] if self.wide else []
        parts += ["ot-button--round"] if self.label_hidden else []
        return " ".join(parts)

    @classmethod
    def stories(cls) -> Iterable[Story]:
        yield Story("Primary", {"label": "Send to partners", "kind": "primary", "icon": "send"})
        yield Story("Secondary", {"label": "Save draft"})
        yield Story("Quiet", {"label": "Cancel", "kind": "quiet", "href": "#"})
        yield Story(
            "Danger", {"label": "Remove from project", "kind": "danger", "icon": "user-minus"}
        )
        yield Story("As a link", {"label": "Change", "kind": "link", "href": "#"})
        yield Story("Small", {"label": "Add", "size": "small", "icon": "plus"})
        yield Story("Large", {"label": "Create your account", "kind": "primary", "size": "large"})
        yield Story("Icon only", {"label": "Search", "icon": "search", "label_hidden": True})
        yield Story("Not possible now", {"label": "Send", "disabled": True})
