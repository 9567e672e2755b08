"""Yes, a question, or no with a reason; and a question to the school."""

from django import forms
from django.utils.translation import pgettext_lazy

from opentwinning.core.forms import OtForm, ProseField


class DecisionForm(OtForm):
    """The text goes to the teacher by notice and mail."""

    decision = forms.ChoiceField(
        choices=[("validate", ""), ("ask", ""), ("refuse", "")], widget=forms.HiddenInput
    )
    message = ProseField(
        label=pgettext_lazy("desk", "Your words to the teacher"),
        help_text=pgettext_lazy("desk", "Needed for a question and for a refusal."),
        max_length=2000,
        rows=6,
        required=False,
    )
    is_role = forms.BooleanField(
        label=pgettext_lazy("desk", "A refusal is because of the role"),
        help_text=pgettext_lazy(
            "desk", "The teacher may choose another role, or ask another officer for a review."
        ),
        required=False,
    )


class AskSchoolForm(OtForm):
    """Where the school is asked."""

    email = forms.EmailField(
        label=pgettext_lazy("desk", "E-mail address of the school"),
        help_text=pgettext_lazy(
            "desk", "From the register or the web site of the school, not from the teacher."
        ),
    )
