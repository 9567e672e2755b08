"""Everything that changes stamped forms."""

from opentwinning.community.papers.actions.papers import (
    begin_paper,
    close_paper,
    forget_paper,
    mark_reminded,
    mark_told_late,
    send_paper,
    take_new_term,
)

__all__ = [
    "begin_paper",
    "close_paper",
    "forget_paper",
    "mark_reminded",
    "mark_told_late",
    "send_paper",
    "take_new_term",
]
