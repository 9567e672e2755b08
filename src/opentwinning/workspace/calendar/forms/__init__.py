"""Input about events."""

from opentwinning.workspace.calendar.forms.event import ChangeEventForm, EventForm

__all__ = ["ChangeEventForm", "EventForm"]
