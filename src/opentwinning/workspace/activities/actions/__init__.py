"""Setting activities, handing in, deciding."""

from opentwinning.workspace.activities.actions.brought import bring_activities
from opentwinning.workspace.activities.actions.hand_in import (
    NewFile,
    approve_hand_in,
    forget_hand_in_files,
    give_hand_in_back,
    hand_in,
    return_hand_in,
    withhold_hand_in,
)
from opentwinning.workspace.activities.actions.plan import (
    Plan,
    add_phase,
    change_activity,
    close_activity,
    delete_activity,
    empty_activities,
    move_phase,
    open_activity,
    purge_activities,
    remove_phase,
    set_activity,
    undelete_activity,
)

__all__ = [
    "NewFile",
    "Plan",
    "add_phase",
    "approve_hand_in",
    "bring_activities",
    "change_activity",
    "close_activity",
    "delete_activity",
    "empty_activities",
    "forget_hand_in_files",
    "give_hand_in_back",
    "hand_in",
    "move_phase",
    "open_activity",
    "purge_activities",
    "remove_phase",
    "return_hand_in",
    "set_activity",
    "undelete_activity",
    "withhold_hand_in",
]
