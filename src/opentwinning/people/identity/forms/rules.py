"""What the operator says about a role."""

import datetime as dt

from django import forms
from django.utils import timezone
from django.utils.translation import pgettext_lazy

from opentwinning.core.forms import LineField, OtForm


class FactorRuleForm(OtForm):
    is_required = forms.BooleanField(
        label=pgettext_lazy("identity", "People with this role need a second step"), required=False
    )
    grace_days = forms.IntegerField(
        label=pgettext_lazy("identity", "Days to set it up"),
        help_text=pgettext_lazy("identity", "Until then a sentence on every page reminds them."),
        min_value=0,
        max_value=60,
    )
    paused_until = forms.DateField(
        label=pgettext_lazy("identity", "Not asked for until"),
        help_text=pgettext_lazy("identity", "For trying things out, such as a demonstration."),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
    )
    reason = LineField(label=pgettext_lazy("identity", "Reason"), max_length=300)

    def clean_paused_until(self) -> dt.datetime | None:
        """The first moment of that day, here."""
        day: dt.date | None = self.cleaned_data["paused_until"]
        if day is None:
            return None
        return timezone.make_aware(dt.datetime.combine(day, dt.time()))
