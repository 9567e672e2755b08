"""Views of meetings."""

from opentwinning.workspace.meetings.views.plan import change, meetings, new, off
from opentwinning.workspace.meetings.views.room import (
    call,
    come,
    elsewhere,
    end,
    leave,
    let,
    meeting,
    out,
)

__all__ = [
    "call",
    "change",
    "come",
    "elsewhere",
    "end",
    "leave",
    "let",
    "meeting",
    "meetings",
    "new",
    "off",
    "out",
]
