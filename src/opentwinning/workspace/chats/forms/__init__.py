"""Making a chat, its rules, planned hours, a message."""

import datetime as dt
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import npgettext, pgettext, pgettext_lazy

from opentwinning.core.clock import now, today
from opentwinning.core.forms import LineField, OtForm, ProseField
from opentwinning.workspace.chats.actions import Rules
from opentwinning.workspace.chats.models import Chat
from opentwinning.workspace.chats.vocabulary import (
    MAX_TEXT,
    MAX_TITLE,
    MINUTES,
    PLACES,
    SCHOOLS,
    SLOW,
)
from opentwinning.workspace.spaces.vocabulary import WHO_SEES


def _token() -> forms.CharField:
    return forms.CharField(widget=forms.HiddenInput, max_length=40, required=False)


def _schools() -> list[tuple[int, str]]:
    return [
        (n, npgettext("chat", "%(count)d school", "%(count)d schools", n) % {"count": n})
        for n in SCHOOLS
    ]


def _pauses() -> list[tuple[int, str]]:
    first = (0, pgettext("chat", "As fast as they like"))
    rest = [(n, pgettext("chat", "%(seconds)d seconds") % {"seconds": n}) for n in SLOW if n]
    return [first, *rest]


class RulesForm(OtForm):
    """A name, and what holds for pupils."""

    title = LineField(max_length=MAX_TITLE, label=pgettext_lazy("chat", "Name of the chat"))
    schools_needed = forms.TypedChoiceField(
        coerce=int,
        choices=_schools,
        initial=SCHOOLS[0],
        label=pgettext_lazy("chat", "Open for pupils while a teacher is here of"),
        help_text=pgettext_lazy("chat", "It closes by itself when they leave."),
    )
    slow_seconds = forms.TypedChoiceField(
        coerce=int,
        choices=_pauses,
        initial=SLOW[0],
        label=pgettext_lazy("chat", "Between two messages of a pupil"),
    )
    holds_first = forms.BooleanField(
        required=False,
        label=pgettext_lazy(
            "chat", "The first message of each pupil waits until a teacher lets it through"
        ),
    )
    pupils_read_later = forms.BooleanField(
        required=False,
        label=pgettext_lazy("chat", "Pupils may read it while it is not open"),
    )

    def rules(self) -> Rules:
        names = ("schools_needed", "slow_seconds", "holds_first", "pupils_read_later")
        return Rules(**{name: self.cleaned_data[name] for name in names})

    def details(self) -> dict[str, Any]:
        return {"title": self.cleaned_data["title"], "rules": self.rules()}


class ChatForm(RulesForm):
    """A new chat."""

    place = forms.ChoiceField(
        choices=[(str(place), WHO_SEES[place]) for place in PLACES],
        initial=str(PLACES[0]),
        label=pgettext_lazy("chat", "Who can see this"),
        widget=forms.RadioSelect,
    )
    form_token = _token()
    field_order = ("title", "place")

    def details(self) -> dict[str, Any]:
        names = ("place", "form_token")
        return super().details() | {name: self.cleaned_data[name] for name in names}


def rules_of(chat: Chat) -> dict[str, Any]:
    """What the form shows of a chat."""
    names = ("title", "schools_needed", "slow_seconds", "holds_first", "pupils_read_later")
    return {name: getattr(chat, name) for name in names}


class MessageForm(OtForm):
    """What somebody says."""

    text = ProseField(max_length=MAX_TEXT, rows=2, label=pgettext_lazy("chat", "Your message"))
    send_key = _token()


class NowForm(OtForm):
    """Open it from now on, for so many minutes."""

    minutes = forms.TypedChoiceField(
        coerce=int,
        choices=lambda: [(n, str(words) % {"n": n}) for n, words in MINUTES.items()],
        initial=45,
        label=pgettext_lazy("chat", "Open for pupils from now on for"),
    )

    def span(self) -> tuple[dt.datetime, dt.datetime]:
        begins = now()
        return begins, begins + dt.timedelta(minutes=self.cleaned_data["minutes"])


class HoursForm(OtForm):
    """Planned hours, by the clock of who plans them."""

    day = forms.DateField(
        label=pgettext_lazy("chat", "Day"),
        initial=today,
        input_formats=["%Y-%m-%d"],
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    begins = forms.TimeField(
        label=pgettext_lazy("chat", "From"),
        input_formats=["%H:%M", "%H:%M:%S"],
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
    )
    ends = forms.TimeField(
        label=pgettext_lazy("chat", "To"),
        input_formats=["%H:%M", "%H:%M:%S"],
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
    )

    def span(self) -> tuple[dt.datetime, dt.datetime]:
        zone, said = timezone.get_current_timezone(), self.cleaned_data
        begins, ends = (
            dt.datetime.combine(said["day"], said[name], zone) for name in ("begins", "ends")
        )
        return begins, ends


class HideForm(OtForm):
    """Why a message is hidden."""

    reason = LineField(max_length=300, label=pgettext_lazy("chat", "Why do you hide it?"))
