"""All fields of a form in their order, after the summary of errors."""

from collections.abc import Iterable
from typing import Any

from opentwinning.core.components.contract import Component, Story, component
from opentwinning.core.components.specimen import specimen_form


@component
class FormFields(Component):
    """For plain forms. Where fields need a word in between, place them one by one."""

    form: Any
    summary: bool = True

    @classmethod
    def stories(cls) -> Iterable[Story]:
        yield Story("A form", {"form": specimen_form()})
