"""An activity, its phases, what is handed in, a teacher's answer."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import pgettext_lazy

from opentwinning.core.components.formats import country_name
from opentwinning.core.forms import LineField, ManyFilesField, OtForm, ProseField, VersionField
from opentwinning.workspace.activities.actions import Plan
from opentwinning.workspace.activities.models import Activity, Phase
from opentwinning.workspace.activities.vocabulary import (
    MAX_ANSWER,
    MAX_PHASE,
    MAX_TEXT,
    MAX_TITLE,
    MOST_FILES,
)
from opentwinning.workspace.files.models import SpaceFile
from opentwinning.workspace.files.vocabulary import MAX_ALT, PEOPLE_LABELS, TYPES, PeopleShown

type School = tuple[str, str]
END_OF_DAY = dt.time(23, 59)
_TIME_ALONE = pgettext_lazy("activity", "Choose the day, too.")


class ActivityForm(OtForm):
    """What is to be done, by whom, until when. Times are those of the writer's zone."""

    title = LineField(max_length=MAX_TITLE, label=pgettext_lazy("activity", "Title"))
    text = ProseField(
        max_length=MAX_TEXT, rows=8, required=False,
        label=pgettext_lazy("activity", "What is to be done?"),
    )  # fmt: skip
    due_day = forms.DateField(
        label=pgettext_lazy("activity", "Due on"),
        required=False,
        input_formats=["%Y-%m-%d"],
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    due_time = forms.TimeField(
        label=pgettext_lazy("activity", "At"),
        required=False,
        input_formats=["%H:%M", "%H:%M:%S"],
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
    )
    form_token = forms.CharField(widget=forms.HiddenInput, max_length=40, required=False)
    version = VersionField(required=False)

    def __init__(
        self, *args: Any, phases: Sequence[Phase], schools: Sequence[School], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        nothing = pgettext_lazy("activity", "In no phase")
        everybody = pgettext_lazy("activity", "All schools of the project")
        self.fields["phase"] = forms.ChoiceField(
            choices=[("", nothing), *((each.ref, each.title) for each in phases)],
            required=False,
            label=pgettext_lazy("activity", "Phase"),
        )
        self.schools = {f"{country}|{name}": (country, name) for country, name in schools}
        self.fields["school"] = forms.ChoiceField(
            choices=[
                ("", everybody),
                *((key, f"{name}, {country_name(code)}") for key, (code, name) in
                  self.schools.items()),
            ],
            required=False,
            label=pgettext_lazy("activity", "For"),
        )  # fmt: skip
        self.order_fields(("title", "text", "phase", "school", "due_day", "due_time"))

    def clean(self) -> dict[str, Any]:
        """A time needs its day."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("due_time") and not cleaned.get("due_day") and "due_day" not in self.errors:
            self.add_error("due_day", str(_TIME_ALONE))
        return cleaned

    def plan(self) -> Plan:
        """With the moment it is due, at the end of the day unless a time is said."""
        said, zone = self.cleaned_data, timezone.get_current_timezone()
        due_at = None
        if said["due_day"]:
            due_at = dt.datetime.combine(said["due_day"], said["due_time"] or END_OF_DAY, zone)
        return Plan(
            title=said["title"],
            text=said["text"],
            phase=said["phase"],
            school=self.schools.get(said["school"]),
            due_at=due_at,
            due_zone=timezone.get_current_timezone_name(),
        )


def written(activity: Activity) -> dict[str, Any]:
    """What the form shows of an activity, in the zone of who changes it now."""
    due = timezone.localtime(activity.due_at) if activity.due_at else None
    return {
        "title": activity.title,
        "text": activity.text,
        "phase": activity.phase.ref if activity.phase else "",
        "school": f"{activity.country}|{activity.school}" if activity.school else "",
        "due_day": due.date() if due else None,
        "due_time": due.time() if due else None,
        "version": activity.version,
    }


class PhaseForm(OtForm):
    """One more phase."""

    title = LineField(max_length=MAX_PHASE, label=pgettext_lazy("activity", "Name of the phase"))


class HandInForm(OtForm):
    """Words and files; on a known version, with files to take off."""

    text = ProseField(
        max_length=MAX_TEXT, rows=8, required=False,
        label=pgettext_lazy("activity", "Your text"),
    )  # fmt: skip
    uploads = ManyFilesField(
        accept=TYPES,
        at_most=MOST_FILES,
        required=False,
        label=pgettext_lazy("activity", "Photos, sounds and other files"),
        help_text=pgettext_lazy(
            "activity", "Six at most. Places and camera data are removed from pictures."
        ),
    )
    alt_text = LineField(
        max_length=MAX_ALT,
        required=False,
        label=pgettext_lazy("activity", "What is in the pictures?"),
    )
    people_shown = forms.ChoiceField(
        choices=list(PEOPLE_LABELS.items()),
        initial=PeopleShown.UNSURE,
        required=False,
        label=pgettext_lazy("activity", "Are people shown on the pictures?"),
        widget=forms.RadioSelect,
    )
    version = VersionField(required=False)

    def __init__(self, *args: Any, kept: Sequence[SpaceFile] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if kept:
            self.fields["without"] = forms.MultipleChoiceField(
                choices=[(file.ref, file.name) for file in kept],
                required=False,
                label=pgettext_lazy("activity", "Take these files off"),
                widget=forms.CheckboxSelectMultiple,
            )

    def details(self) -> dict[str, Any]:
        said = self.cleaned_data
        return {
            "text": said["text"],
            "without": said.get("without", []),
            "version": said["version"] or 0,
        }


class AnswerForm(OtForm):
    """What is missing."""

    answer = ProseField(
        max_length=MAX_ANSWER, rows=3, required=False,
        label=pgettext_lazy("activity", "Your words, if you give it back"),
    )  # fmt: skip
