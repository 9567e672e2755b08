"""A file of another calendar, and what is chosen of it."""

from typing import Any, override

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import pgettext, pgettext_lazy

from opentwinning.core.forms import OtForm
from opentwinning.workspace.calendar.vocabulary import MOST_BROUGHT, MOST_BYTES, PLACES
from opentwinning.workspace.spaces.vocabulary import WHO_SEES, SpacePlace


class BringForm(OtForm):
    """A file, or its text. Nothing changes yet."""

    file = forms.FileField(
        required=False,
        label=pgettext_lazy("calendar file", "Calendar file (.ics)"),
        widget=forms.FileInput(attrs={"accept": ".ics,text/calendar"}),
    )
    text = forms.CharField(
        required=False,
        strip=False,
        label=pgettext_lazy("calendar file", "Or paste its text"),
        widget=forms.Textarea(attrs={"rows": 4, "spellcheck": "false", "dir": "ltr"}),
    )

    @override
    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        if not self.errors and not values.get("file") and not values.get("text", "").strip():
            self.add_error(
                "file", pgettext("calendar file", "Choose a file, or paste its text below.")
            )
        return values

    def data_sent(self) -> bytes:
        """What is read; of a file that is too large no more than shows it."""
        file = self.cleaned_data["file"]
        if file:
            return bytes(file.read(MOST_BYTES + 1))
        return str(self.cleaned_data["text"]).encode("utf-8", "replace")


class ChosenForm(OtForm):
    """The lines that were read come back with what the teacher chose of them."""

    lines = forms.CharField(strip=False, widget=forms.HiddenInput)
    chosen = forms.TypedMultipleChoiceField(
        required=False, label=pgettext_lazy("calendar file", "What is brought in")
    )
    place = forms.ChoiceField(
        choices=[(str(place), WHO_SEES[place]) for place in PLACES],
        initial=str(SpacePlace.STAFF_ROOM),
        label=pgettext_lazy("calendar", "Who can see it"),
        help_text=pgettext_lazy("calendar file", "What is here already stays where it is."),
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, sources: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["chosen"].choices = [(each, each) for each in sources]  # type: ignore[attr-defined]

    def clean_chosen(self) -> set[str]:
        chosen = set(self.cleaned_data["chosen"])
        if not chosen:
            raise ValidationError(pgettext("calendar file", "Choose at least one event."))
        if len(chosen) > MOST_BROUGHT:
            raise ValidationError(pgettext("calendar file", "Choose at most 200 events at once."))
        return chosen
