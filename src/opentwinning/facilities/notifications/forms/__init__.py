"""How one wants one's mails."""

from typing import Any

from django import forms
from django.utils.translation import pgettext_lazy

from opentwinning.core.forms import OtForm
from opentwinning.core.notices import mailed_areas
from opentwinning.facilities.notifications.models import MailHabits
from opentwinning.facilities.notifications.vocabulary import PACES, MailPace


class HabitsForm(OtForm):
    """One choice for each area that sends mails."""

    quiet_nights = forms.BooleanField(
        label=pgettext_lazy("notices", "Quiet nights"),
        help_text=pgettext_lazy("notices", "No mails from 19:00 to 7:00 of your time."),
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(pace.value, label) for pace, label in PACES.items()]
        for area, label in mailed_areas():
            self.fields[f"area_{area}"] = forms.ChoiceField(
                label=str(label), choices=choices, widget=forms.RadioSelect
            )
        self.order_fields([name for name in self.fields if name != "quiet_nights"])

    @staticmethod
    def stored(habits: MailHabits) -> dict[str, Any]:
        """The habits as initial values."""
        values: dict[str, Any] = {
            f"area_{area}": habits.pace(area).value for area, _ in mailed_areas()
        }
        return values | {"quiet_nights": habits.quiet_nights}

    def details(self) -> dict[str, Any]:
        """Keyword arguments of the action."""
        paces = {area: MailPace(self.cleaned_data[f"area_{area}"]) for area, _ in mailed_areas()}
        return {"paces": paces, "quiet_nights": self.cleaned_data["quiet_nights"]}
