"""Events, and the addresses at which programs read them."""

from opentwinning.workspace.calendar.models.event import Event
from opentwinning.workspace.calendar.models.feed import Feed

__all__ = ["Event", "Feed"]
