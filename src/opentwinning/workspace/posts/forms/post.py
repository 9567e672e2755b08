"""Writing a post with photos, and a teacher's word about it."""

from typing import Any

from django import forms
from django.utils.translation import pgettext_lazy

from opentwinning.core.forms import LineField, OtForm, ProseField, VersionField
from opentwinning.workspace.files.models import SpaceFile
from opentwinning.workspace.files.vocabulary import (
    IMAGES,
    MAX_ALT,
    PEOPLE_LABELS,
    PeopleShown,
)
from opentwinning.workspace.posts.vocabulary import MAX_TEXT, MAX_TITLE

SLOTS = (1, 2, 3)
_ACCEPT = ",".join(f".{extension}" for extension in IMAGES)


class PostForm(OtForm):
    """Title, text and up to three photos, each with its own description."""

    title = LineField(max_length=MAX_TITLE, required=False, label=pgettext_lazy("posts", "Title"))
    text = ProseField(
        max_length=MAX_TEXT, rows=8, required=False, label=pgettext_lazy("posts", "Text")
    )
    people_shown = forms.ChoiceField(
        choices=list(PEOPLE_LABELS.items()),
        initial=PeopleShown.UNSURE,
        required=False,
        label=pgettext_lazy("posts", "Are people shown on the photos?"),
        widget=forms.RadioSelect,
    )
    form_token = forms.CharField(widget=forms.HiddenInput, max_length=40, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for slot in SLOTS:
            self.fields[f"photo_{slot}"] = forms.FileField(
                required=False,
                label=pgettext_lazy("posts", "Photo"),
                widget=forms.FileInput(attrs={"accept": _ACCEPT}),
            )
            self.fields[f"alt_{slot}"] = LineField(
                max_length=MAX_ALT,
                required=False,
                label=pgettext_lazy("posts", "What is in the photo?"),
            )

    @property
    def slots(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """Pairs of photo and description, for the template."""
        return [(self[f"photo_{slot}"], self[f"alt_{slot}"]) for slot in SLOTS]

    def uploads(self) -> list[tuple[str, Any, str]]:
        """Field name, upload and description of each chosen photo."""
        values = self.cleaned_data
        return [
            (f"photo_{slot}", values[f"photo_{slot}"], values[f"alt_{slot}"])
            for slot in SLOTS
            if values.get(f"photo_{slot}")
        ]

    def details(self) -> dict[str, Any]:
        """The words; photos are received by the view."""
        return {name: self.cleaned_data[name] for name in ("title", "text", "form_token")}


class EditPostForm(PostForm):
    """The same on a known version, with photos to take off."""

    version = VersionField(required=False)

    def __init__(self, *args: Any, photos: list[SpaceFile], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["without"] = forms.MultipleChoiceField(
            choices=[(file.ref, file.alt_text or file.name) for file in photos],
            required=False,
            label=pgettext_lazy("posts", "Take these photos off"),
            widget=forms.CheckboxSelectMultiple,
        )

    def details(self) -> dict[str, Any]:
        names = ("title", "text", "without")
        values = {name: self.cleaned_data[name] for name in names}
        return {**values, "version": self.cleaned_data["version"] or 0}


class DecisionForm(OtForm):
    """A question to the pupil, or the reason for hiding."""

    note = ProseField(
        max_length=500, rows=3, required=False, label=pgettext_lazy("posts", "Your words")
    )
