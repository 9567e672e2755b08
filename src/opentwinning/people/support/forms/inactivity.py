"""Rules for people who are not here any more."""

from django import forms
from django.utils.translation import pgettext_lazy

from opentwinning.core.forms import OtForm
from opentwinning.people.support.vocabulary import (
    ERASE_MONTHS,
    LONGEST_REMINDER,
    SHORTEST_FRESH,
    SHORTEST_LIFE,
    SHORTEST_REST,
)


class InactivityRulesForm(OtForm):
    """X-15, R-20."""

    fresh_months = forms.IntegerField(
        label=pgettext_lazy("inactivity", "Months until we ask whether a profile is still right"),
        min_value=SHORTEST_FRESH,
        max_value=ERASE_MONTHS,
    )
    rest_months = forms.IntegerField(
        label=pgettext_lazy("inactivity", "Months without signing in until a profile rests"),
        help_text=pgettext_lazy(
            "inactivity", "Colleagues do not find it then. It comes back with the next sign-in."
        ),
        min_value=SHORTEST_REST,
        max_value=ERASE_MONTHS - 1,
    )
    warn_days = forms.IntegerField(
        label=pgettext_lazy("inactivity", "Days of warning before a profile rests"),
        min_value=1,
        max_value=LONGEST_REMINDER,
    )
    erase_months = forms.IntegerField(
        label=pgettext_lazy("inactivity", "Months without signing in until an account is erased"),
        help_text=pgettext_lazy("inactivity", "A mail comes first, with days to stop it."),
        min_value=SHORTEST_LIFE,
        max_value=ERASE_MONTHS,
    )
    from_day = forms.DateField(
        label=pgettext_lazy("support", "From which day"),
        widget=forms.DateInput(attrs={"type": "date"}),
    )
