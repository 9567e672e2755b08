"""Screens of the forum."""

from opentwinning.workspace.forums.views.moderate import hide, show
from opentwinning.workspace.forums.views.reply import delete_reply, edit, undelete_reply
from opentwinning.workspace.forums.views.run import close, delete, rename, trash, undelete
from opentwinning.workspace.forums.views.talk import new, rules, talk
from opentwinning.workspace.forums.views.thread import reply, seen, thread

__all__ = [
    "close",
    "delete",
    "delete_reply",
    "edit",
    "hide",
    "new",
    "rename",
    "reply",
    "rules",
    "seen",
    "show",
    "talk",
    "thread",
    "trash",
    "undelete",
    "undelete_reply",
]
