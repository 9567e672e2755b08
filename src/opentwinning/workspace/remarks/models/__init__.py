"""Remarks and reactions."""

from opentwinning.workspace.remarks.models.remark import Reaction, Remark

__all__ = ["Reaction", "Remark"]
