"""What is said about a resource, and what one looks for."""

from typing import Any, override
from urllib.parse import urlsplit

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import pgettext_lazy

from opentwinning.community.resources.models import Resource
from opentwinning.community.resources.queries import Wish
from opentwinning.community.resources.vocabulary import (
    FILES,
    KIND_LABELS,
    LICENCE_LABELS,
    LINKS,
    MAX_ABOUT,
    MAX_TITLE,
    Order,
    Shelf,
    TraitKind,
)
from opentwinning.core.forms import (
    AnyOrOneField,
    LineField,
    ManyFilesField,
    OtForm,
    ProseField,
    SearchForm,
    SearchWordsField,
)
from opentwinning.core.vocabulary import choices
from opentwinning.workspace.files.vocabulary import TYPES

_TRAITS = {TraitKind.SUBJECT: "subjects", TraitKind.AGE: "ages"}
_NOT_A_LINK = pgettext_lazy("resource", "Each line is one address that begins with https://.")
_MANY_LINKS = pgettext_lazy("resource", "Add at most five links.")
_is_address = URLValidator(schemes=["http", "https"])
ANY = pgettext_lazy("partner search", "Any")


class ResourceForm(OtForm):
    """Title, words, files or links, and the two promises about rights and pupils."""

    title = LineField(label=pgettext_lazy("resource", "Title"), max_length=MAX_TITLE)
    about = ProseField(
        label=pgettext_lazy("resource", "What is it for, and how did you use it?"),
        max_length=MAX_ABOUT,
        rows=8,
    )
    kind = forms.ChoiceField(
        label=pgettext_lazy("resource", "What is it?"), choices=list(KIND_LABELS.items())
    )
    language = forms.ChoiceField(
        label=pgettext_lazy("resource", "Language of the resource"), choices=choices("languages")
    )
    uploads = ManyFilesField(
        accept=TYPES,
        at_most=FILES,
        required=False,
        label=pgettext_lazy("resource", "Files"),
        help_text=pgettext_lazy(
            "resource", "At most ten. Places and camera data are removed from pictures."
        ),
    )
    links = forms.CharField(
        label=pgettext_lazy("resource", "Links, one per line"),
        widget=forms.Textarea(attrs={"rows": 3, "dir": "ltr"}),
        max_length=1500,
        required=False,
    )
    subjects = forms.MultipleChoiceField(
        label=pgettext_lazy("resource", "Subjects"),
        choices=choices("subjects"),
        widget=forms.SelectMultiple(attrs={"size": 6}),
        required=False,
    )
    ages = forms.MultipleChoiceField(
        label=pgettext_lazy("resource", "Age of pupils"),
        choices=choices("ages"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    licence = forms.ChoiceField(
        label=pgettext_lazy("resource", "What may others do with it?"),
        choices=list(LICENCE_LABELS.items()),
        widget=forms.RadioSelect,
    )
    declared = forms.BooleanField(
        label=pgettext_lazy("resource", "I may share this, and no pupil can be recognised in it."),
        widget=forms.CheckboxInput(attrs={"required": True}),  # or the chosen files would be lost
        error_messages={
            "required": pgettext_lazy("resource", "Tick this box, or do not share it.")
        },
    )

    def clean_links(self) -> str:
        """One address a line, http or https, nothing else (D3)."""
        lines = [line.strip() for line in self.cleaned_data["links"].splitlines() if line.strip()]
        if len(lines) > LINKS:
            raise ValidationError(_MANY_LINKS)
        for line in lines:
            try:
                _is_address(line)
            except ValidationError:
                raise ValidationError(_NOT_A_LINK) from None
            if "@" in urlsplit(line).netloc:  # a host hidden behind a name
                raise ValidationError(_NOT_A_LINK)
        return "\n".join(lines)

    def traits(self) -> dict[TraitKind, list[str]]:
        return {kind: self.cleaned_data[name] for kind, name in _TRAITS.items()}

    @override
    def details(self) -> dict[str, Any]:
        leave = {*_TRAITS.values(), "uploads", "declared"}
        return {name: value for name, value in self.cleaned_data.items() if name not in leave}

    @staticmethod
    def stored(resource: Resource) -> dict[str, Any]:
        """Initial values of a resource that stands."""
        names = ("title", "about", "kind", "language", "links", "licence")
        values: dict[str, Any] = {name: getattr(resource, name) for name in names}
        for kind, name in _TRAITS.items():
            values[name] = [t.value for t in resource.traits.all() if t.kind == kind]
        return values  # the promise is given anew each time: files may have come

    @staticmethod
    def restored(draft: dict[str, str | list[str]]) -> dict[str, Any]:
        """Initial values of what was typed: one choice of several is a list too."""
        lists = set(_TRAITS.values())
        return {
            name: [value] if name in lists and isinstance(value, str) else value
            for name, value in draft.items()
        }


class FindForm(SearchForm):
    """Filters of the list."""

    q = SearchWordsField(label=pgettext_lazy("partner search", "Words, such as water"))
    subject = AnyOrOneField("subjects", empty=ANY, label=pgettext_lazy("resource", "Subject"))
    age = AnyOrOneField("ages", empty=ANY, label=pgettext_lazy("resource", "Age of pupils"))
    language = AnyOrOneField(
        "languages", empty=ANY, label=pgettext_lazy("resource", "Language of the resource")
    )
    kind = forms.ChoiceField(
        label=pgettext_lazy("resource", "What is it?"),
        choices=[("", ANY), *KIND_LABELS.items()],
        required=False,
    )
    order = forms.ChoiceField(
        label=pgettext_lazy("resource", "Order"),
        choices=[
            ("", pgettext_lazy("resource", "Newest first")),
            (Order.THANKED, pgettext_lazy("resource", "Most thanked first")),
        ],
        required=False,
    )

    @property
    def has_filters(self) -> bool:
        """Something else than the order is chosen."""
        return any(value for name, value in self.cleaned_data.items() if name != "order")

    def wish(self, shelf: Shelf) -> Wish:
        values = self.cleaned_data
        return Wish(
            shelf=shelf,
            text=values.get("q", ""),
            kind=values.get("kind", ""),
            language=values.get("language", ""),
            traits={
                TraitKind.SUBJECT: values.get("subject", ""),
                TraitKind.AGE: values.get("age", ""),
            },
            order=Order(values.get("order") or Order.NEWEST),
        )
