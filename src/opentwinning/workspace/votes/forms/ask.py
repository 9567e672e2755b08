"""Asking: a question with choices, or times of one week."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils import timezone
from django.utils.translation import pgettext_lazy

from opentwinning.core.clock import today
from opentwinning.core.components.formats import clock_time, day_in_words
from opentwinning.core.forms import LineField, OtForm, ProseField, VersionField
from opentwinning.core.text import clean_line
from opentwinning.workspace.spaces.vocabulary import WHO_SEES, SpacePlace
from opentwinning.workspace.votes.actions import Question
from opentwinning.workspace.votes.models import Poll
from opentwinning.workspace.votes.vocabulary import (
    HOURS,
    MAX_TEXT,
    MAX_TITLE,
    MINUTES,
    REVEAL_LABELS,
    VOICE_LABELS,
    WEEKS_AHEAD,
    Reveal,
    Voice,
)

END_OF_DAY = dt.time(23, 59)
_TIME_ALONE = pgettext_lazy("poll", "Choose the day, too.")
_SKIPPED = pgettext_lazy("poll", "On this day the clocks jump over one of these times.")
_PLACES = [(place, WHO_SEES[place]) for place in (SpacePlace.WHOLE, SpacePlace.STAFF_ROOM)]


class _AskForm(OtForm):
    """What both have."""

    title = LineField(max_length=MAX_TITLE, label=pgettext_lazy("poll", "What is to be decided?"))
    text = ProseField(
        max_length=MAX_TEXT, rows=3, required=False, label=pgettext_lazy("poll", "More about it")
    )
    place = forms.ChoiceField(
        choices=_PLACES,
        widget=forms.RadioSelect,
        initial=SpacePlace.WHOLE,
        label=pgettext_lazy("poll", "Who sees it and votes?"),
    )
    closes_day = forms.DateField(
        label=pgettext_lazy("poll", "Open until"),
        required=False,
        input_formats=["%Y-%m-%d"],
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    closes_time = forms.TimeField(
        label=pgettext_lazy("poll", "At"),
        required=False,
        input_formats=["%H:%M", "%H:%M:%S"],
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
    )
    form_token = forms.CharField(widget=forms.HiddenInput, max_length=40, required=False)
    version = VersionField(required=False)

    def clean(self) -> dict[str, Any]:
        """A time needs its day."""
        cleaned = super().clean() or self.cleaned_data
        alone = cleaned.get("closes_time") and not cleaned.get("closes_day")
        if alone and "closes_day" not in self.errors:
            self.add_error("closes_day", str(_TIME_ALONE))
        return cleaned

    def closes_at(self) -> dt.datetime | None:
        """At the end of the day unless a time is said."""
        said = self.cleaned_data
        if not said["closes_day"]:
            return None
        at = said["closes_time"] or END_OF_DAY
        return dt.datetime.combine(said["closes_day"], at, timezone.get_current_timezone())


class QuestionForm(_AskForm):
    """A question with its choices, one a line."""

    choices = forms.CharField(
        max_length=2000,
        required=False,
        label=pgettext_lazy("poll", "Choices"),
        help_text=pgettext_lazy("poll", "Each on its own line, two to twelve."),
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    takes_many = forms.BooleanField(
        required=False, label=pgettext_lazy("poll", "Several choices may be picked")
    )
    shows_names = forms.BooleanField(
        required=False,
        label=pgettext_lazy("poll", "Everybody sees who chose what"),
        help_text=pgettext_lazy("poll", "Otherwise the vote is secret, also for you."),
    )
    voice = forms.ChoiceField(
        choices=list(VOICE_LABELS.items()), widget=forms.RadioSelect, initial=Voice.MEMBER,
        label=pgettext_lazy("poll", "Whose vote is it?"),
    )  # fmt: skip
    reveal = forms.ChoiceField(
        choices=list(REVEAL_LABELS.items()), widget=forms.RadioSelect, initial=Reveal.VOTED,
        label=pgettext_lazy("poll", "When are the numbers shown?"),
    )  # fmt: skip
    field_order = ("title", "text", "choices", "takes_many", "place", "voice", "shows_names")

    def question(self) -> Question:
        """As the action takes it; empty lines do not count."""
        said = self.cleaned_data
        lines = (clean_line(each) for each in said["choices"].splitlines())
        names = ("title", "text", "place", "takes_many", "shows_names", "voice", "reveal")
        return Question(
            choices=tuple(filter(None, lines)),
            closes_at=self.closes_at(),
            **{name: said[name] for name in names},
        )


def written(poll: Poll, choices: Iterable[str]) -> dict[str, Any]:
    """What the form shows of a poll, by the clock of who changes it now."""
    closes = timezone.localtime(poll.closes_at) if poll.closes_at else None
    names = ("title", "text", "place", "takes_many", "shows_names", "voice", "reveal", "version")
    return {
        **{name: getattr(poll, name) for name in names},
        "choices": "\n".join(choices),
        "closes_day": closes.date() if closes else None,
        "closes_time": closes.time() if closes else None,
    }


def week_of(said: str) -> dt.date:
    """The Monday of the week of a day in ISO form; the coming week where none can be read or it
    is over or too far away."""
    monday = today() - dt.timedelta(days=today().weekday())
    try:
        day = dt.date.fromisoformat(said)
    except ValueError:
        return monday + dt.timedelta(weeks=1)
    found = day - dt.timedelta(days=day.weekday())
    far = monday + dt.timedelta(weeks=WEEKS_AHEAD)
    return found if monday <= found <= far else monday + dt.timedelta(weeks=1)


class TimesForm(_AskForm):
    """Times of one week by the writer's clock. ``first``: its Monday."""

    minutes = forms.TypedChoiceField(
        choices=[
            (each, pgettext_lazy("poll", "%(minutes)s minutes") % {"minutes": each})
            for each in MINUTES
        ],
        coerce=int,
        initial=60,
        label=pgettext_lazy("poll", "How long does it take?"),
    )
    times = forms.MultipleChoiceField(required=False, label=pgettext_lazy("poll", "Times"))
    field_order = ("title", "text", "place", "minutes", "times")

    def __init__(self, *args: Any, first: dt.date, days: int = 5, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["title"].label = pgettext_lazy("poll", "What is the time for?")
        self.fields["place"].initial = SpacePlace.STAFF_ROOM
        self.days = [first + dt.timedelta(days=number) for number in range(days)]
        times = self.fields["times"]
        if isinstance(times, forms.MultipleChoiceField):
            times.choices = [
                (_key(day, hour), f"{day_in_words(day)}, {clock_time(dt.time(hour))}")
                for day in self.days
                for hour in HOURS
            ]

    def rows(self) -> list[dict[str, Any]]:
        """The grid: an hour, and the box of each day."""
        chosen = set(self["times"].value() or [])
        names = dict(self.fields["times"].choices)  # type: ignore[attr-defined]
        return [
            {
                "hour": dt.time(hour),
                "cells": [
                    {"key": key, "label": names[key], "is_chosen": key in chosen}
                    for key in (_key(day, hour) for day in self.days)
                ],
            }
            for hour in HOURS
        ]

    def clean_times(self) -> Sequence[dt.datetime]:
        """Moments in UTC. A time the clocks jump over that day does not exist."""
        zone = ZoneInfo(timezone.get_current_timezone_name())
        found = []
        for each in self.cleaned_data["times"]:
            local = dt.datetime.fromisoformat(each)
            moment = local.replace(tzinfo=zone).astimezone(dt.UTC)
            if moment.astimezone(zone).replace(tzinfo=None) != local:
                raise forms.ValidationError(str(_SKIPPED))
            found.append(moment)
        return found

    def question(self) -> Question:
        """As the action takes it."""
        said = self.cleaned_data
        return Question(
            title=said["title"], text=said["text"], place=said["place"], closes_at=self.closes_at()
        )

    def spans(self) -> list[tuple[dt.datetime, dt.datetime]]:
        """Beginning and end of each time."""
        length = dt.timedelta(minutes=self.cleaned_data["minutes"])
        return [(each, each + length) for each in self.cleaned_data["times"]]


def _key(day: dt.date, hour: int) -> str:
    return dt.datetime.combine(day, dt.time(hour)).isoformat(timespec="minutes")
