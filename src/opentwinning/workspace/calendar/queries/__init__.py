"""Reading the calendar."""

from opentwinning.workspace.calendar.queries.access import (
    access_event,
    access_trashed_event,
    event_to_report,
)
from opentwinning.workspace.calendar.queries.box import events_to_take
from opentwinning.workspace.calendar.queries.brought import Fate, Fates, fates_of
from opentwinning.workspace.calendar.queries.feed import access_feed, calendar_file, feed_of
from opentwinning.workspace.calendar.queries.lists import (
    coming_events,
    coming_for,
    events_between,
    past_events,
    trash_of,
)
from opentwinning.workspace.calendar.queries.partners import (
    FreeDays,
    holidays_between,
    zones_of,
)
from opentwinning.workspace.calendar.queries.reading import ReadCalendar, read_calendar
from opentwinning.workspace.calendar.queries.words import (
    Elsewhere,
    days_of,
    elsewhere,
    span_in_words,
    time_in_words,
    times_elsewhere,
    times_in_words,
)

__all__ = [
    "Elsewhere",
    "Fate",
    "Fates",
    "FreeDays",
    "ReadCalendar",
    "access_event",
    "access_feed",
    "access_trashed_event",
    "calendar_file",
    "coming_events",
    "coming_for",
    "days_of",
    "elsewhere",
    "event_to_report",
    "events_between",
    "events_to_take",
    "fates_of",
    "feed_of",
    "holidays_between",
    "past_events",
    "read_calendar",
    "span_in_words",
    "time_in_words",
    "times_elsewhere",
    "times_in_words",
    "trash_of",
    "zones_of",
]
