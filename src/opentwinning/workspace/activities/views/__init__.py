"""Screens of activities."""

from opentwinning.workspace.activities.views.hand_in import activity, approve, give_back, hand_in
from opentwinning.workspace.activities.views.plan import (
    activities,
    close,
    delete,
    edit,
    grid,
    move,
    new,
    open_,
    phases,
    remove,
    trash,
    undelete,
)

__all__ = [
    "activities",
    "activity",
    "approve",
    "close",
    "delete",
    "edit",
    "give_back",
    "grid",
    "hand_in",
    "move",
    "new",
    "open_",
    "phases",
    "remove",
    "trash",
    "undelete",
]
