"""The answer to a support organisation."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.forms import OtForm, ProseField


class AnswerForm(OtForm):
    message = ProseField(label=pgettext_lazy("validation", "Your answer"), max_length=2000, rows=5)
