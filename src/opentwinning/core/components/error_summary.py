"""All errors of a form in one place, each a link to its field; takes the focus on arrival."""

from collections.abc import Iterable
from typing import Any

from django.forms.boundfield import BoundField

from opentwinning.core.components.contract import Component, Story, component
from opentwinning.core.components.specimen import specimen_form


@component
class ErrorSummary(Component):
    """Draws nothing while there is nothing wrong. Give ``form``, or ``errors`` as (id, text)."""

    form: Any = None
    errors: Iterable[tuple[str, str]] = ()

    @property
    def lines(self) -> list[tuple[str, str]]:
        """Id of the field ("" for the whole form) and what is wrong with it."""
        lines = list(self.errors or ())
        if self.form and self.form.is_bound:
            lines += [("", text) for text in self.form.non_field_errors()]
            lines += [
                (_target(field), f"{field.label}: {text}")
                for field in self.form
                for text in field.errors
            ]
        return lines

    @classmethod
    def stories(cls) -> Iterable[Story]:
        yield Story("From a form", {"form": specimen_form(wrong=True)})
        yield Story(
            "From a list", {"errors": [("", "This invitation has ended. Ask for a new one.")]}
        )


def _target(field: BoundField) -> str:
    """Where the link leads: the first input, or the group around several."""
    return field.id_for_label or field.auto_id
