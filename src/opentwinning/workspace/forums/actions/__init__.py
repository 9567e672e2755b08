"""Everything that changes the forum."""

from opentwinning.workspace.forums.actions.brought import bring_threads
from opentwinning.workspace.forums.actions.care import give_reply_back, withhold_reply
from opentwinning.workspace.forums.actions.moderate import hide_reply, show_reply
from opentwinning.workspace.forums.actions.reading import mark_read
from opentwinning.workspace.forums.actions.run import close_thread, rename_thread
from opentwinning.workspace.forums.actions.talk import add_reply, edit_reply, open_thread
from opentwinning.workspace.forums.actions.trash import (
    delete_reply,
    delete_thread,
    empty_forum,
    purge_forum,
    undelete_reply,
    undelete_thread,
)

__all__ = [
    "add_reply",
    "bring_threads",
    "close_thread",
    "delete_reply",
    "delete_thread",
    "edit_reply",
    "empty_forum",
    "give_reply_back",
    "hide_reply",
    "mark_read",
    "open_thread",
    "purge_forum",
    "rename_thread",
    "show_reply",
    "undelete_reply",
    "undelete_thread",
    "withhold_reply",
]
