"""Adding, describing and replacing files."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import pgettext_lazy

from opentwinning.core.forms import LineField, ManyFilesField, OtForm, ProseField
from opentwinning.workspace.files.vocabulary import (
    MAX_ALBUM,
    MAX_ALT,
    MAX_AT_ONCE,
    MAX_CAPTION,
    MAX_TITLE,
    PEOPLE_LABELS,
    TYPES,
    PeopleShown,
)
from opentwinning.workspace.spaces.models import Member
from opentwinning.workspace.spaces.vocabulary import WHO_SEES, SpacePlace


class PlaceField(forms.ChoiceField):
    """One of the places the member may write in; each says who sees it."""

    def __init__(self, places: list[SpacePlace], **kwargs: Any) -> None:
        super().__init__(
            choices=[(str(p), WHO_SEES[p]) for p in places],
            label=pgettext_lazy("files", "Who can see this"),
            widget=forms.RadioSelect if len(places) > 1 else forms.HiddenInput,
            **kwargs,
        )


class AlbumField(LineField):
    """A word that groups files, new or known."""

    def __init__(self, albums: list[str]) -> None:
        super().__init__(
            max_length=MAX_ALBUM,
            required=False,
            label=pgettext_lazy("files", "Album"),
            help_text=pgettext_lazy("files", "Files with the same word stand together."),
        )
        self.albums = albums


def people_field() -> forms.ChoiceField:
    return forms.ChoiceField(
        choices=list(PEOPLE_LABELS.items()),
        initial=PeopleShown.UNSURE,
        label=pgettext_lazy("files", "Are people shown?"),
        help_text=pgettext_lazy(
            "files", "Files you are not sure about never appear on public pages."
        ),
        widget=forms.RadioSelect,
    )


def alt_field() -> LineField:
    return LineField(
        max_length=MAX_ALT,
        required=False,
        label=pgettext_lazy("files", "What is in the picture?"),
        help_text=pgettext_lazy("files", "People who cannot see the picture hear this text."),
    )


class ShownField(forms.MultipleChoiceField):
    """Pupils of the space by nickname and country; the values are members' public ids."""

    def __init__(self, members: Sequence[Member], **kwargs: Any) -> None:
        super().__init__(
            choices=[(m.ref, f"{m.shown_name} ({m.country})") for m in members],
            label=pgettext_lazy("files", "Which pupils can be recognised?"),
            help_text=pgettext_lazy(
                "files", "The register of consents then decides who may see the file."
            ),
            widget=forms.CheckboxSelectMultiple,
            required=False,
            **kwargs,
        )


class ShownForm(OtForm):
    """Who is shown in one file."""

    def __init__(self, *args: Any, members: Sequence[Member], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["shown"] = ShownField(members)


class SaidForm(OtForm):
    """What is said about files before they come."""

    alt_text = alt_field()
    people_shown = people_field()
    declared = forms.BooleanField(
        label=pgettext_lazy(
            "files", "I made this or may share it, and everybody shown knows about it."
        ),
        widget=forms.CheckboxInput(attrs={"required": True}),  # or the chosen files would be lost
        error_messages={
            "required": pgettext_lazy("files", "Tick this box, or do not add the file.")
        },
    )

    def __init__(
        self,
        *args: Any,
        places: list[SpacePlace],
        albums: list[str],
        pupils: Sequence[Member] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["place"] = PlaceField(places, initial=places[0] if places else "")
        self.fields["album"] = AlbumField(albums)
        self.fields["shown"] = ShownField(pupils)

    field_order = ("uploads", "alt_text", "place", "album", "people_shown", "shown", "declared")

    @property
    def names_somebody(self) -> bool:
        """Pupils are chosen: the list stands open."""
        return bool(self["shown"].value())

    def details(self) -> dict[str, Any]:
        """What is said about every file of this upload."""
        values = dict(self.cleaned_data)
        values.pop("declared")
        return values


class UploadForm(SaidForm):
    """Several files with one description for all."""

    uploads = ManyFilesField(
        accept=TYPES, at_most=MAX_AT_ONCE, label=pgettext_lazy("files", "Files")
    )

    def details(self) -> dict[str, Any]:
        values = super().details()
        values.pop("uploads")
        if len(self.cleaned_data["uploads"]) > 1:
            values["alt_text"] = ""
        return values


def title_field() -> LineField:
    return LineField(
        max_length=MAX_TITLE,
        required=False,
        label=pgettext_lazy("album", "Title"),
        help_text=pgettext_lazy("album", "Without one the name of the file is shown."),
    )


def caption_field() -> ProseField:
    return ProseField(
        max_length=MAX_CAPTION,
        required=False,
        label=pgettext_lazy("album", "Caption"),
        help_text=pgettext_lazy("album", "Everybody reads it below the picture."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class FileForm(OtForm):
    """What is said about one file."""

    title = title_field()
    caption = caption_field()
    alt_text = alt_field()
    people_shown = people_field()

    def __init__(
        self, *args: Any, places: list[SpacePlace], albums: list[str], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["place"] = PlaceField(places)
        self.fields["album"] = AlbumField(albums)


class ReplaceForm(OtForm):
    """A newer version of one file."""

    uploads = forms.FileField(
        label=pgettext_lazy("files", "New version"),
        widget=forms.FileInput(attrs={"accept": TYPES}),
    )
