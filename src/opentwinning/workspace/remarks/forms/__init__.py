"""A remark, its change, and why one is hidden."""

from django import forms
from django.utils.translation import pgettext_lazy

from opentwinning.core.forms import LineField, OtForm, ProseField
from opentwinning.workspace.remarks.vocabulary import MAX_QUOTE, MAX_REASON, MAX_TEXT


class RemarkForm(OtForm):
    """What somebody says, and about which words."""

    text = ProseField(max_length=MAX_TEXT, rows=3, label=pgettext_lazy("remark", "Your comment"))
    quote = LineField(
        max_length=MAX_QUOTE,
        required=False,
        label=pgettext_lazy("remark", "About these words"),
        help_text=pgettext_lazy("remark", "Copied from the text; empty for all of it."),
    )
    form_token = forms.CharField(widget=forms.HiddenInput, max_length=40, required=False)


class AnswerForm(OtForm):
    """An answer, or other words."""

    text = ProseField(max_length=MAX_TEXT, rows=3, label=pgettext_lazy("remark", "Your words"))
    form_token = forms.CharField(widget=forms.HiddenInput, max_length=40, required=False)


class HideForm(OtForm):
    """Why."""

    reason = ProseField(max_length=MAX_REASON, rows=3, label=pgettext_lazy("remark", "Why?"))
