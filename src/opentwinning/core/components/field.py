"""A form field: label, hint, error and widget, tied together for every reader."""

from collections.abc import Iterable, Mapping
from typing import Any, Literal

from django import forms
from django.forms.boundfield import BoundField
from django.utils.safestring import SafeString

from opentwinning.core.components.contract import Component, Story, component
from opentwinning.core.components.specimen import specimen_form
from opentwinning.core.forms import SearchForm

GROUPS = (forms.RadioSelect, forms.CheckboxSelectMultiple)


@component
class Field(Component):
    """Draws a Django BoundField. A text with a limit counts its characters by itself.

    ``markdown`` puts a toolbar over a text area; ``preview_url`` answers POST ``text=…`` with
    HTML; ``images_url`` answers GET with JSON ``[{"name": …, "url": …, "thumb": …, "alt": …}]``.
    ``hints`` maps a choice value to a second line on its card. ``scale`` draws choices as a row
    of numbers. ``can_wait``: a draft may be saved without it, but it is not optional in the end.
    """

    field: Any
    label: str = ""
    hint: str = ""
    width: Literal["", "short", "medium", "full"] = ""
    label_size: Literal["", "large"] = ""
    markdown: bool = False
    preview_url: str = ""
    images_url: str = ""
    hints: Mapping[str, str] | None = None
    columns: bool = False
    scale: bool = False
    can_wait: bool = False
    lang: str = ""

    @property
    def bound(self) -> BoundField:
        """The field under its own type."""
        found = self.field
        if not isinstance(found, BoundField):
            raise TypeError("field needs a bound field of a form, such as form.title")
        return found

    @property
    def shape(self) -> str:
        """Which of the layouts in the template fits the widget."""
        widget = self.bound.field.widget
        if isinstance(widget, GROUPS):
            return "group"
        if isinstance(widget, forms.CheckboxInput):
            return "check"
        if isinstance(widget, (forms.SelectDateWidget, forms.MultiWidget)):
            return "parts"
        return "file" if isinstance(widget, forms.FileInput) else "plain"

    @property
    def is_optional(self) -> bool:
        """Whether to say so; of a search nobody needs to hear it."""
        field = self.bound.field
        return not (field.required or self.can_wait or isinstance(self.bound.form, SearchForm))

    @property
    def is_secret(self) -> bool:
        """A password can be shown while it is typed (WCAG 3.3.8)."""
        return isinstance(self.bound.field.widget, forms.PasswordInput)

    @property
    def heading(self) -> str:
        """The label in words."""
        return str(self.label or self.bound.label or "")

    @property
    def help(self) -> str:
        """The hint in words; the field's own help text unless another is given."""
        return str(self.hint or self.bound.help_text or "")

    @property
    def limit(self) -> int:
        """Characters allowed, or 0 where nothing is counted."""
        typed = isinstance(self.bound.field.widget, forms.Textarea)
        return int(getattr(self.bound.field, "max_length", 0) or 0) if typed else 0

    @property
    def describedby(self) -> str:
        """Ids of everything that explains the field, in reading order."""
        base = self.bound.auto_id
        ids = [f"{base}_error"] if self.bound.errors else []
        ids += [f"{base}_helptext"] if self.help else []
        ids += [f"{base}_count"] if self.limit else []
        return " ".join(ids)

    @property
    def widget(self) -> SafeString:
        """The widget with the classes and ties of the design language."""
        kind = self.bound.field.widget
        typed = isinstance(kind, (forms.Textarea, forms.TextInput))
        attrs: dict[str, Any] = {"class": f"ot-input {kind.attrs.get('class', '')}".strip()}
        if self.describedby:
            attrs["aria-describedby"] = self.describedby
        if typed and "dir" not in kind.attrs and getattr(kind, "input_type", "text") == "text":
            attrs["dir"] = "auto"
        if self.lang:
            attrs["lang"] = self.lang
        if self.limit:
            attrs["data-ot-count"] = self.limit
            attrs["maxlength"] = None
        if isinstance(kind, forms.DateInput) and "type" not in kind.attrs:
            attrs["type"] = "date"
            kind.format = kind.format or "%Y-%m-%d"
        return self.bound.as_widget(
            attrs={key: value for key, value in attrs.items() if value is not None}
        )

    @property
    def options(self) -> list[tuple[Any, str]]:
        """The choices of a group, each with its second line."""
        hints = self.hints or {}
        return [
            (option, hints.get(str(option.data["value"]), "")) for option in self.bound.subwidgets
        ]

    @classmethod
    def stories(cls) -> Iterable[Story]:
        for wrong in (False, True):
            form = specimen_form(wrong=wrong)
            for bound in form:
                yield Story(f"{bound.name}{', with error' if wrong else ''}", {"field": bound})
        yield Story("Large label", {"field": specimen_form()["title"], "label_size": "large"})
        yield Story(
            "Markdown", {"field": specimen_form()["goals"], "markdown": True, "preview_url": "#"}
        )
