"""Form fields that clean names and texts the same way everywhere, and the base form."""

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from opentwinning.core.text import clean_line, clean_text, no_pile_of_marks
from opentwinning.core.verdicts import Invalid, Refused
from opentwinning.core.vocabulary import Kind, choices


class LineField(forms.CharField):
    """One line: a name, a title. Cleaned of controls and bidi tricks (C10)."""

    def __init__(self, *, max_length: int = 120, **kwargs: Any) -> None:
        super().__init__(max_length=max_length, validators=[no_pile_of_marks], **kwargs)

    def to_python(self, value: Any) -> str:
        return clean_line(super().to_python(value) or "")


class ProseField(forms.CharField):
    """Several lines of plain text or Markdown."""

    widget = forms.Textarea

    def __init__(self, *, max_length: int = 4000, rows: int = 5, **kwargs: Any) -> None:
        kwargs.setdefault(
            "widget", forms.Textarea(attrs={"rows": rows, "data-ot-count": max_length})
        )
        super().__init__(max_length=max_length, validators=[no_pile_of_marks], **kwargs)

    def to_python(self, value: Any) -> str:
        return clean_text(super().to_python(value) or "").strip()


class PasswordField(forms.CharField):
    """A password: any characters, never trimmed, never sent back. The browser is not told the
    limit, for it would cut a pasted password without a word (A2)."""

    widget = forms.PasswordInput

    def __init__(self, *, is_new: bool = False, **kwargs: Any) -> None:
        purpose = "new-password" if is_new else "current-password"
        kwargs.setdefault("widget", forms.PasswordInput(attrs={"autocomplete": purpose}))
        super().__init__(strip=False, max_length=128, **kwargs)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        attrs: dict[str, Any] = super().widget_attrs(widget)
        attrs.pop("maxlength", None)
        return attrs


class OtForm(forms.Form):
    """The base of every form: keyword arguments for actions, and refusals shown beside the text."""

    use_required_attribute = False

    def details(self) -> dict[str, Any]:
        """The cleaned values as keyword arguments of an action."""
        return dict(self.cleaned_data)

    def carry_out[R](self, call: Callable[[], R]) -> R | None:
        """Run an action; what it cannot accept becomes an error of this form, so that the typed
        text stays on the screen. None means: show the form again."""
        try:
            return call()
        except Invalid as problem:
            name = problem.field if problem.field in self.fields else None
            self.add_error(name, str(problem.message))
        except Refused as problem:
            if problem.verdict.secret:
                raise
            self.add_error(None, str(problem.verdict.reason))
        return None

    def did(self, call: Callable[[], object]) -> bool:
        """``carry_out`` where the result is not needed: True when the action was done."""
        return self.carry_out(lambda: (call(), True)) is not None


class ManyFilesInput(forms.ClearableFileInput):
    """A file input that takes several."""

    allow_multiple_selected = True


class ManyFilesField(forms.FileField):
    """Several uploads at once, as a list. ``accept``: endings such as ".pdf,.png" for the browser's
    own window; what comes is checked where it is received."""

    def __init__(self, *, accept: str, at_most: int, **kwargs: Any) -> None:
        kwargs.setdefault("widget", ManyFilesInput(attrs={"accept": accept}))
        super().__init__(**kwargs)
        self.at_most = at_most

    def clean(self, data: Any, initial: Any = None) -> "list[UploadedFile[Any]]":
        uploads = [u for u in (data if isinstance(data, (list, tuple)) else [data]) if u]
        if not uploads:
            super().clean(None, initial)
        if len(uploads) > self.at_most:
            raise forms.ValidationError(
                pgettext_lazy("files", "Choose at most %(count)s files at once."),
                params={"count": self.at_most},
            )
        return uploads


class VersionField(forms.IntegerField):
    """The version the writer started from; a newer one in the database is a conflict (G7)."""

    widget = forms.HiddenInput

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", pgettext_lazy("form", "Version"))
        super().__init__(min_value=0, **kwargs)


class SearchForm(OtForm):
    """Words and lists to look for something. It asks for nothing, so none of its fields is called
    optional; a wrong value in the address is as good as none."""

    @property
    def is_filtered(self) -> bool:
        """Something is looked for."""
        return any(self.cleaned_data.values())


class SearchWordsField(LineField):
    """The words somebody looks for. ``attrs`` are further ones of the input."""

    def __init__(self, *, attrs: Mapping[str, Any] | None = None, **kwargs: Any) -> None:
        words = {"type": "search", "autocomplete": "off", "dir": "auto", **(attrs or {})}
        widget = forms.TextInput(attrs=words)
        super().__init__(max_length=80, required=False, widget=widget, **kwargs)


class AnyOrOneField(forms.ChoiceField):
    """A list of words to choose one from; without a choice, ``empty`` says that any will do."""

    def __init__(self, kind: Kind, *, empty: str | Promise, **kwargs: Any) -> None:
        super().__init__(choices=choices(kind, empty=empty), required=False, **kwargs)
