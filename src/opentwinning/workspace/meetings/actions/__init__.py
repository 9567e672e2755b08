"""Everything that changes meetings."""

from opentwinning.workspace.meetings.actions.door import end_meeting, let_in, send_out
from opentwinning.workspace.meetings.actions.plan import (
    call_off,
    change_meeting,
    empty_meetings,
    give_meeting_back,
    plan_meeting,
    purge_meetings,
    withhold_meeting,
)
from opentwinning.workspace.meetings.actions.seats import come, go_out, here, pass_on

__all__ = [
    "call_off",
    "change_meeting",
    "come",
    "empty_meetings",
    "end_meeting",
    "give_meeting_back",
    "go_out",
    "here",
    "let_in",
    "pass_on",
    "plan_meeting",
    "purge_meetings",
    "send_out",
    "withhold_meeting",
]
