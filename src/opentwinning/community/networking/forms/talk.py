"""Messages."""

from typing import Any

from django import forms
from django.utils.translation import pgettext_lazy

from opentwinning.community.networking.vocabulary import ATTACHMENTS, MESSAGE_LENGTH
from opentwinning.core.forms import LineField, ManyFilesField, OtForm, ProseField
from opentwinning.people.educators.models import Educator
from opentwinning.workspace.files.vocabulary import TYPES


def files_field() -> ManyFilesField:
    return ManyFilesField(
        accept=TYPES,
        at_most=ATTACHMENTS,
        required=False,
        label=pgettext_lazy("messages", "Files"),
        help_text=pgettext_lazy(
            "messages", "At most five. Places and camera data are removed from pictures."
        ),
    )


class MessageForm(OtForm):
    """The next message of a conversation."""

    text = ProseField(
        label=pgettext_lazy("messages", "Your message"), max_length=MESSAGE_LENGTH, rows=5
    )
    uploads = files_field()


class BeginForm(OtForm):
    """A first message to one or several contacts."""

    to = forms.MultipleChoiceField(
        label=pgettext_lazy("messages", "To"), widget=forms.CheckboxSelectMultiple
    )
    subject = LineField(label=pgettext_lazy("messages", "Subject"), max_length=120)
    text = ProseField(
        label=pgettext_lazy("messages", "Your message"), max_length=MESSAGE_LENGTH, rows=7
    )
    uploads = files_field()

    def __init__(self, *args: Any, people: list[Educator], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {each.ref: each for each in people}
        self.fields["to"].choices = [  # type: ignore[attr-defined]  # a choice field
            (each.ref, each.name) for each in people
        ]

    def chosen(self) -> list[Educator]:
        """The educators that were ticked."""
        return [self.people[ref] for ref in self.cleaned_data["to"]]
