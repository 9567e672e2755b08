"""Choosing, inviting, answering, removing."""

from typing import Any

from django import forms
from django.utils.translation import pgettext_lazy

from opentwinning.collaboration.projects.vocabulary import MESSAGE_MAX
from opentwinning.core.forms import OtForm, ProseField
from opentwinning.core.vocabulary import label
from opentwinning.people.educators.models import Educator


class _ContactForm(OtForm):
    """A choice among contacts by their public ids."""

    def __init__(self, *args: Any, contacts: list[Educator], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.contacts = {each.ref: each for each in contacts}
        field = self.fields[self.person_field]
        if isinstance(field, forms.ChoiceField):
            field.choices = [
                (each.ref, f"{each.name} · {label('countries', each.country)}") for each in contacts
            ]

    person_field = ""

    def details(self) -> dict[str, Any]:
        values = dict(self.cleaned_data)
        values[self.person_field] = self.contacts[values[self.person_field]]
        return values


class PartnerForm(_ContactForm):
    """The second founder (X-20)."""

    person_field = "partner"

    partner = forms.ChoiceField(
        label=pgettext_lazy("projects", "Your partner"), widget=forms.RadioSelect
    )
    request_text = ProseField(
        label=pgettext_lazy("projects", "Your words to your partner"),
        max_length=MESSAGE_MAX,
        rows=4,
        required=False,
    )


class InviteForm(_ContactForm):
    """A further partner (X-26)."""

    person_field = "educator"

    educator = forms.ChoiceField(
        label=pgettext_lazy("projects", "Who shall join?"), widget=forms.RadioSelect
    )
    message = ProseField(
        label=pgettext_lazy("projects", "Your words"),
        max_length=MESSAGE_MAX,
        rows=4,
        required=False,
    )


class AnswerForm(OtForm):
    """Yes or no to an invitation."""

    answer = forms.ChoiceField(
        choices=[("accept", "accept"), ("decline", "decline")], widget=forms.HiddenInput
    )
    message = ProseField(
        label=pgettext_lazy("projects", "Your words to the founder"),
        max_length=MESSAGE_MAX,
        rows=4,
        required=False,
    )


class MessageForm(OtForm):
    """One optional text with an act, such as closing."""

    message = ProseField(
        label=pgettext_lazy("projects", "Your words to the partners"),
        max_length=MESSAGE_MAX,
        rows=4,
        required=False,
    )


class DeletionForm(OtForm):
    """One step of deleting a project; the buttons say which."""

    act = forms.ChoiceField(
        choices=[(name, name) for name in ("ask", "agree", "grant", "keep")],
        widget=forms.HiddenInput,
        required=True,
    )
    message = ProseField(
        label=pgettext_lazy("projects", "Reason"),
        help_text=pgettext_lazy("projects", "All teachers of the project can read it."),
        max_length=MESSAGE_MAX,
        rows=4,
        required=False,
    )


class ReasonForm(OtForm):
    """One text that must not be missing."""

    message = ProseField(
        label=pgettext_lazy("projects", "Reason"),
        help_text=pgettext_lazy("projects", "The person concerned reads it."),
        max_length=MESSAGE_MAX,
        rows=4,
    )
