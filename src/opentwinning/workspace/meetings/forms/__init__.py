"""Planning a meeting."""

import datetime as dt
from typing import Any

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import pgettext_lazy

from opentwinning.core.clock import today
from opentwinning.core.forms import LineField, OtForm
from opentwinning.workspace.meetings.models import Meeting
from opentwinning.workspace.meetings.vocabulary import MAX_TITLE, MINUTES, MOST_IN, PLACES
from opentwinning.workspace.spaces.vocabulary import WHO_SEES


class TimeForm(OtForm):
    """What it is about and when, by the clock of who plans it."""

    title = LineField(max_length=MAX_TITLE, label=pgettext_lazy("meeting", "What is it about?"))
    day = forms.DateField(
        label=pgettext_lazy("meeting", "Day"),
        initial=today,
        input_formats=["%Y-%m-%d"],
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    begins = forms.TimeField(
        label=pgettext_lazy("meeting", "From"),
        help_text=pgettext_lazy("meeting", "By your own clock; everybody sees hers."),
        input_formats=["%H:%M", "%H:%M:%S"],
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
    )
    minutes = forms.TypedChoiceField(
        coerce=int,
        choices=lambda: [(n, str(words) % {"n": n}) for n, words in MINUTES.items()],
        initial=45,
        label=pgettext_lazy("meeting", "How long?"),
    )

    def details(self) -> dict[str, Any]:
        said, zone = self.cleaned_data, timezone.get_current_timezone()
        return {
            "title": said["title"],
            "begins_at": dt.datetime.combine(said["day"], said["begins"], zone),
            "minutes": said["minutes"],
        }


class MeetingForm(TimeForm):
    """A new meeting."""

    place = forms.ChoiceField(
        choices=[(str(place), WHO_SEES[place]) for place in PLACES],
        initial=str(PLACES[0]),
        label=pgettext_lazy("meeting", "Who comes?"),
        widget=forms.RadioSelect,
    )
    is_large = forms.BooleanField(
        required=False,
        label=pgettext_lazy("meeting", "More than eight screens will be there"),
        help_text=pgettext_lazy(
            "meeting", "Then it takes place at the video service of this site, in a new window."
        ),
    )
    form_token = forms.CharField(widget=forms.HiddenInput, max_length=40, required=False)
    field_order = ("title", "place")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not settings.ENVIRONMENT.meets_elsewhere:
            del self.fields["is_large"]

    def details(self) -> dict[str, Any]:
        names = ("place", "is_large", "form_token")
        said = {name: self.cleaned_data[name] for name in names if name in self.fields}
        return super().details() | said


def values_of(meeting: Meeting) -> dict[str, Any]:
    """What the form shows of a meeting."""
    begins = timezone.localtime(meeting.begins_at)
    length = (meeting.ends_at - meeting.begins_at).total_seconds() // 60
    return {
        "title": meeting.title,
        "day": begins.date(),
        "begins": begins.time(),
        "minutes": int(length),
    }


__all__ = ["MOST_IN", "MeetingForm", "TimeForm", "values_of"]
