"""Everything that changes the calendar."""

from opentwinning.workspace.calendar.actions.bring import bring_events
from opentwinning.workspace.calendar.actions.brought import bring_box_events
from opentwinning.workspace.calendar.actions.care import give_event_back, withhold_event
from opentwinning.workspace.calendar.actions.feed import end_feed, forget_feed, make_feed
from opentwinning.workspace.calendar.actions.plan import cancel_event, change_event, plan_event
from opentwinning.workspace.calendar.actions.trash import (
    delete_event,
    empty_calendar,
    purge_events,
    undelete_event,
)

__all__ = [
    "bring_box_events",
    "bring_events",
    "cancel_event",
    "change_event",
    "delete_event",
    "empty_calendar",
    "end_feed",
    "forget_feed",
    "give_event_back",
    "make_feed",
    "plan_event",
    "purge_events",
    "undelete_event",
    "withhold_event",
]
