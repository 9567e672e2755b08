"""Words and order of several files at once."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import pgettext_lazy

from opentwinning.core.forms import OtForm
from opentwinning.workspace.files.forms.upload import alt_field, caption_field, title_field
from opentwinning.workspace.files.models import SpaceFile
from opentwinning.workspace.files.vocabulary import Described


class AlbumForm(OtForm):
    """For each file its number in the album, and where the member may change it, its words."""

    def __init__(
        self,
        *args: Any,
        numbered: Sequence[tuple[int, SpaceFile]],
        writable: frozenset[str],
        total: int,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.numbered = numbered
        for number, file in numbered:
            self.fields[f"{file.ref}-number"] = forms.IntegerField(
                min_value=1,
                max_value=total,
                initial=number,
                label=pgettext_lazy("album", "Number"),
                widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
            )
            if file.ref in writable:
                self._add_words(file)

    def _add_words(self, file: SpaceFile) -> None:
        self.fields[f"{file.ref}-title"] = title_field()
        self.fields[f"{file.ref}-title"].initial = file.title
        self.fields[f"{file.ref}-caption"] = caption_field()
        self.fields[f"{file.ref}-caption"].initial = file.caption
        if file.is_image:
            alt = self.fields[f"{file.ref}-alt_text"] = alt_field()
            alt.initial = file.alt_text
        for part in ("title", "caption", "alt_text"):
            if f"{file.ref}-{part}" in self.fields:  # said once for all, above the list
                self.fields[f"{file.ref}-{part}"].help_text = ""
        self.fields[f"{file.ref}-was"] = forms.CharField(
            max_length=16, required=False, initial=file.words, widget=forms.HiddenInput
        )

    def rows(self) -> list[dict[str, Any]]:
        """The files with their fields, for the page."""
        return [
            {
                "file": file,
                "fields": {
                    part: self[f"{file.ref}-{part}"]
                    for part in ("number", "title", "caption", "alt_text", "was")
                    if f"{file.ref}-{part}" in self.fields
                },
            }
            for _, file in self.numbered
        ]

    def said(self) -> list[Described]:
        """What stands in the fields; where there are none, the words that are there already."""

        def value(file: SpaceFile, part: str) -> Any:
            return self.cleaned_data.get(f"{file.ref}-{part}", getattr(file, part, ""))

        return [
            Described(
                ref=file.ref,
                number=value(file, "number"),
                title=value(file, "title"),
                caption=value(file, "caption"),
                alt_text=value(file, "alt_text"),
                was=value(file, "was"),
            )
            for _, file in self.numbered
        ]

    def took(self, ref: str, words: str) -> None:
        """Somebody else was quicker: the next sending starts from what is there now."""
        self.data = {**self.data.dict(), f"{ref}-was": words}  # type: ignore[attr-defined]  # sent
