"""Reading activities."""

from opentwinning.workspace.activities.queries.access import (
    access_activity,
    access_hand_in,
    access_phase,
    access_trashed_activity,
)
from opentwinning.workspace.activities.queries.lists import (
    GridRow,
    Line,
    activities_in,
    activities_to_take,
    contents_of_hand_ins,
    due_between,
    files_of,
    grid_of,
    hand_ins_of,
    hand_ins_to_take,
    my_hand_in,
    phases_of,
    schools_of,
    to_do_for,
    trash_of,
    waiting_for,
)

__all__ = [
    "GridRow",
    "Line",
    "access_activity",
    "access_hand_in",
    "access_phase",
    "access_trashed_activity",
    "activities_in",
    "activities_to_take",
    "contents_of_hand_ins",
    "due_between",
    "files_of",
    "grid_of",
    "hand_ins_of",
    "hand_ins_to_take",
    "my_hand_in",
    "phases_of",
    "schools_of",
    "to_do_for",
    "trash_of",
    "waiting_for",
]
