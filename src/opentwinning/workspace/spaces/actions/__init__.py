"""Everything that changes a space."""

from opentwinning.workspace.spaces.actions.lifecycle import make_read_only, open_space, reopen_space
from opentwinning.workspace.spaces.actions.members import (
    admit_account,
    admit_pupil,
    change_capacity,
    remove_member,
)

__all__ = [
    "admit_account",
    "admit_pupil",
    "change_capacity",
    "make_read_only",
    "open_space",
    "remove_member",
    "reopen_space",
]
