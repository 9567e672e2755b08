"""Screens of remarks."""

from opentwinning.workspace.remarks.views.care import delete, hide, settle, show, undelete
from opentwinning.workspace.remarks.views.write import answer, edit, react, write

__all__ = [
    "answer",
    "delete",
    "edit",
    "hide",
    "react",
    "settle",
    "show",
    "undelete",
    "write",
]
