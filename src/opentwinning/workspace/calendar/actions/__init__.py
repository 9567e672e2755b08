"""Everything that changes the calendar."""

from opentwinning.workspace.calendar.actions.care import give_event_back, withhold_event
from opentwinning.workspace.calendar.actions.plan import cancel_event, change_event, plan_event
from opentwinning.workspace.calendar.actions.trash import (
    delete_event,
    empty_calendar,
    purge_events,
    undelete_event,
)

__all__ = [
    "cancel_event",
    "change_event",
    "delete_event",
    "empty_calendar",
    "give_event_back",
    "plan_event",
    "purge_events",
    "undelete_event",
    "withhold_event",
]
