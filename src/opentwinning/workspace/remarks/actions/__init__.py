"""Saying something about a thing, reacting, hiding, clearing away."""

from opentwinning.workspace.remarks.actions.brought import bring_remarks
from opentwinning.workspace.remarks.actions.care import (
    give_remark_back,
    hide_remark,
    show_remark,
    withhold_remark,
)
from opentwinning.workspace.remarks.actions.trash import (
    delete_remark,
    empty_remarks,
    purge_remarks,
    undelete_remark,
)
from opentwinning.workspace.remarks.actions.write import (
    edit_remark,
    react,
    settle_remark,
    write_remark,
)

__all__ = [
    "bring_remarks",
    "delete_remark",
    "edit_remark",
    "empty_remarks",
    "give_remark_back",
    "hide_remark",
    "purge_remarks",
    "react",
    "settle_remark",
    "show_remark",
    "undelete_remark",
    "withhold_remark",
    "write_remark",
]
