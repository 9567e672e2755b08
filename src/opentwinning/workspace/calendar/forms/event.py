"""What happens, when, where and for whom."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import pgettext_lazy

from opentwinning.core.forms import LineField, OtForm, ProseField, VersionField
from opentwinning.workspace.calendar.models import Event
from opentwinning.workspace.calendar.vocabulary import (
    MAX_TEXT,
    MAX_TITLE,
    MAX_WHERE,
    PLACES,
    When,
)
from opentwinning.workspace.spaces.vocabulary import WHO_SEES


def _day(label: Any, **kwargs: Any) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, input_formats=["%Y-%m-%d"], widget=widget, **kwargs)


def _clock(label: Any) -> forms.TimeField:
    return forms.TimeField(
        label=label,
        required=False,
        input_formats=["%H:%M"],
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
    )


class EventForm(OtForm):
    """A new event. Times are those of the writer's zone."""

    title = LineField(max_length=MAX_TITLE, label=pgettext_lazy("calendar", "What is it?"))
    first_day = _day(pgettext_lazy("calendar", "Day"))
    last_day = _day(pgettext_lazy("calendar", "Last day, if it takes several"), required=False)
    begins = _clock(pgettext_lazy("calendar", "Begins at"))
    ends = _clock(pgettext_lazy("calendar", "Ends at"))
    where = LineField(
        max_length=MAX_WHERE, required=False, label=pgettext_lazy("calendar", "Place or link")
    )
    text = ProseField(
        max_length=MAX_TEXT, rows=5, required=False, label=pgettext_lazy("calendar", "Details")
    )
    place = forms.ChoiceField(
        choices=[(str(place), WHO_SEES[place]) for place in PLACES],
        initial=str(PLACES[0]),
        label=pgettext_lazy("calendar", "Who can see it"),
        widget=forms.RadioSelect,
    )
    form_token = forms.CharField(widget=forms.HiddenInput, max_length=40, required=False)

    def when(self) -> When:
        """Days and times in the active zone, which is the writer's."""
        values = self.cleaned_data
        return When(
            first_day=values["first_day"],
            last_day=values["last_day"] or values["first_day"],
            zone=timezone.get_current_timezone_name(),
            begins=values["begins"],
            ends=values["ends"],
        )

    def details(self) -> dict[str, Any]:
        names = ("title", "where", "text", "place", "form_token")
        return {name: self.cleaned_data[name] for name in names} | {"when": self.when()}


class ChangeEventForm(EventForm):
    """The same on a known version."""

    version = VersionField(required=False)

    def details(self) -> dict[str, Any]:
        values = super().details()
        del values["form_token"]
        return {**values, "version": self.cleaned_data["version"] or 0}


def written(event: Event) -> dict[str, Any]:
    """What the form shows of an event, in the zone of who changes it now."""
    values: dict[str, Any] = {
        "title": event.title,
        "where": event.where,
        "text": event.text,
        "place": event.place,
        "version": event.version,
    }
    first, last = event.first_day, event.last_day
    if not event.is_whole_day:
        begins, ends = timezone.localtime(event.begins_at), timezone.localtime(event.ends_at)
        first, last = begins.date(), ends.date()
        values |= {"begins": begins.time(), "ends": ends.time()}
    return {**values, "first_day": first, "last_day": last if last != first else None}
