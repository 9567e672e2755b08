"""Screens of the calendar."""

from opentwinning.workspace.calendar.views.bring import bring
from opentwinning.workspace.calendar.views.event import cancel, delete, read, trash, undelete
from opentwinning.workspace.calendar.views.feed import feed, subscribe, unsubscribe
from opentwinning.workspace.calendar.views.overview import overview
from opentwinning.workspace.calendar.views.write import edit, new

__all__ = [
    "bring",
    "cancel",
    "delete",
    "edit",
    "feed",
    "new",
    "overview",
    "read",
    "subscribe",
    "trash",
    "undelete",
    "unsubscribe",
]
