"""Screens of polls."""

from opentwinning.workspace.votes.views.ask import edit, new, new_time
from opentwinning.workspace.votes.views.lists import polls, trash
from opentwinning.workspace.votes.views.poll import (
    close,
    delete,
    open_again,
    plan,
    poll,
    undelete,
)

__all__ = [
    "close",
    "delete",
    "edit",
    "new",
    "new_time",
    "open_again",
    "plan",
    "poll",
    "polls",
    "trash",
    "undelete",
]
