"""Everything that changes comments."""

from opentwinning.community.comments.actions.care import (
    forget_comments,
    give_comment_back,
    purge_comments,
    withhold_comment,
)
from opentwinning.community.comments.actions.moderate import (
    close_comments,
    hide_comment,
    open_comments,
    show_comment,
)
from opentwinning.community.comments.actions.write import (
    delete_comment,
    edit_comment,
    undelete_comment,
    write_comment,
)

__all__ = [
    "close_comments",
    "delete_comment",
    "edit_comment",
    "forget_comments",
    "give_comment_back",
    "hide_comment",
    "open_comments",
    "purge_comments",
    "show_comment",
    "undelete_comment",
    "withhold_comment",
    "write_comment",
]
