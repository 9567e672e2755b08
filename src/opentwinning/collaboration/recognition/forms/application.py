"""What an applicant fills in."""

from typing import Any

from django import forms
from django.utils.translation import pgettext_lazy

from opentwinning.collaboration.recognition.queries.sheets import Question
from opentwinning.collaboration.recognition.vocabulary import TEXT_MAX
from opentwinning.core.forms import OtForm, ProseField
from opentwinning.workspace.pages.models import Page


class QuestionsForm(OtForm):
    """One box per entry question (X-91); the wording is data."""

    def __init__(self, questions: list[Question], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for question in questions:
            self.fields[question.id] = forms.BooleanField(
                label=question.text, required=False, initial=question.answer
            )


class CriterionForm(OtForm):
    """Text and evidence of one criterion."""

    text = ProseField(
        label=pgettext_lazy("label form", "Your answer"),
        max_length=TEXT_MAX,
        rows=12,
        required=False,
        help_text=pgettext_lazy(
            "label form", "Say what you and your pupils did, and what came out of it."
        ),
    )
    pages = forms.MultipleChoiceField(
        label=pgettext_lazy("label form", "Evidence: pages of your TwinSpace"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=pgettext_lazy(
            "label form", "Choose up to five. The assessor sees them as they are when you send."
        ),
    )

    def __init__(self, pages: list[Page], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._pages = {page.ref: page for page in pages}
        field = self.fields["pages"]
        if isinstance(field, forms.MultipleChoiceField):
            field.choices = [(page.ref, page.title) for page in pages]
        if not pages:
            del self.fields["pages"]

    def chosen(self) -> list[Page]:
        """The ticked pages, only ones that were offered."""
        return [self._pages[ref] for ref in self.cleaned_data.get("pages", [])]
