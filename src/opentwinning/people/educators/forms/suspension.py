"""Suspending an educator."""

import datetime as dt

from django import forms
from django.utils.translation import pgettext_lazy

from opentwinning.core.clock import now
from opentwinning.core.forms import OtForm, ProseField


class SuspendForm(OtForm):
    """Why, and for how long."""

    reason = ProseField(
        label=pgettext_lazy("suspension", "Reason"),
        help_text=pgettext_lazy("suspension", "The person reads it, by mail and when signing in."),
        max_length=2000,
    )
    days = forms.TypedChoiceField(
        label=pgettext_lazy("suspension", "For how long?"),
        choices=[
            (7, pgettext_lazy("suspension", "A week")),
            (30, pgettext_lazy("suspension", "A month")),
            (0, pgettext_lazy("suspension", "Until somebody lifts it")),
        ],
        coerce=int,
        initial=7,
        widget=forms.RadioSelect,
    )

    def until(self) -> dt.datetime | None:
        """The end of the term; None without one."""
        days: int = self.cleaned_data["days"]
        return now() + dt.timedelta(days=days) if days else None


class LiftForm(OtForm):
    """Why it is lifted; the person reads it."""

    answer = ProseField(
        label=pgettext_lazy("suspension", "Your words to the person"),
        max_length=2000,
        required=False,
    )
