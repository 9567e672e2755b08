"""What visitors shall see, and what visitors look for."""

from typing import Any

from django import forms
from django.utils.translation import pgettext_lazy

from opentwinning.collaboration.projects.queries.published import PublishedFilter
from opentwinning.collaboration.projects.vocabulary import LABELS, MESSAGE_MAX
from opentwinning.core.forms import AnyOrOneField, OtForm, ProseField, SearchForm, SearchWordsField

_ANY = pgettext_lazy("projects", "All")


class PublishForm(OtForm):
    """Title and short description are always shown; the rest is chosen."""

    parts = forms.MultipleChoiceField(
        label=pgettext_lazy("projects", "Which texts may visitors read?"),
        choices=[
            ("aims", pgettext_lazy("projects", "Aims")),
            ("process", pgettext_lazy("projects", "Working process")),
            ("results", pgettext_lazy("projects", "Results")),
        ],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    shows_educators = forms.BooleanField(
        label=pgettext_lazy("projects", "Show the names of the teachers"),
        help_text=pgettext_lazy(
            "projects", "Only of teachers who are visible themselves. Never of pupils."
        ),
        required=False,
    )


class UnpublishForm(OtForm):
    reason = ProseField(
        label=pgettext_lazy("projects", "Reason"),
        max_length=MESSAGE_MAX,
        rows=3,
        required=False,
    )


class DiscoverForm(SearchForm):
    """Filters of the public list."""

    q = SearchWordsField(label=pgettext_lazy("projects", "Words"))
    country = AnyOrOneField("countries", empty=_ANY, label=pgettext_lazy("projects", "Country"))
    language = AnyOrOneField("languages", empty=_ANY, label=pgettext_lazy("projects", "Language"))
    subject = AnyOrOneField("subjects", empty=_ANY, label=pgettext_lazy("projects", "Subject"))
    age = AnyOrOneField("ages", empty=_ANY, label=pgettext_lazy("projects", "Age of the pupils"))
    label = forms.ChoiceField(label=pgettext_lazy("projects", "Label"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        levels = [pair for source in LABELS for pair in source.levels()]
        if levels:
            field = self.fields["label"]
            if isinstance(field, forms.ChoiceField):
                field.choices = [("", _ANY), *levels]
        else:
            del self.fields["label"]

    @property
    def chosen(self) -> str:
        """What is chosen in the lists: the key under which they are drawn once."""
        return repr([(name, self[name].data) for name in self.fields if name != "q"])

    def wanted(self) -> PublishedFilter:
        """The filter of the query; unknown values are left out."""
        self.is_valid()
        values = self.cleaned_data
        level = values.get("label", "")
        only = (
            frozenset[int]().union(*(source.projects_with(level) for source in LABELS))
            if level
            else None
        )
        return PublishedFilter(
            words=values.get("q", ""),
            country=values.get("country", ""),
            language=values.get("language", ""),
            subject=values.get("subject", ""),
            age=values.get("age", ""),
            only=only,
        )
