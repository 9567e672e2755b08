"""Input about events."""

from opentwinning.workspace.calendar.forms.bring import BringForm, ChosenForm
from opentwinning.workspace.calendar.forms.event import ChangeEventForm, EventForm

__all__ = ["BringForm", "ChangeEventForm", "ChosenForm", "EventForm"]
