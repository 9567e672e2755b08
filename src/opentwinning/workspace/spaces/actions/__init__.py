"""Everything that changes a space."""

from opentwinning.workspace.spaces.actions.brought import bring_people, bring_space
from opentwinning.workspace.spaces.actions.lifecycle import (
    empty_space,
    give_space_back,
    make_read_only,
    open_space,
    rename_space,
    reopen_space,
    withhold_space,
)
from opentwinning.workspace.spaces.actions.members import (
    admit_account,
    admit_pupil,
    change_capacity,
    end_memberships,
    follow_name,
    remove_member,
)
from opentwinning.workspace.spaces.actions.reasons import Hidden, state_hiding
from opentwinning.workspace.spaces.actions.rules import set_space_rules

__all__ = [
    "Hidden",
    "admit_account",
    "admit_pupil",
    "bring_people",
    "bring_space",
    "change_capacity",
    "empty_space",
    "end_memberships",
    "follow_name",
    "give_space_back",
    "make_read_only",
    "open_space",
    "remove_member",
    "rename_space",
    "reopen_space",
    "set_space_rules",
    "state_hiding",
    "withhold_space",
]
