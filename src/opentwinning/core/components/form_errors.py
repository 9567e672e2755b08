"""Errors that belong to the whole form, for small forms without a summary."""

from collections.abc import Iterable
from typing import Any

from opentwinning.core.components.contract import Component, Story, component
from opentwinning.core.components.specimen import specimen_form


@component
class FormErrors(Component):
    """Draws nothing while there is nothing wrong."""

    form: Any

    @classmethod
    def stories(cls) -> Iterable[Story]:
        yield Story("One error", {"form": specimen_form(wrong=True)})
