"""Screens of chats."""

from opentwinning.workspace.chats.views.run import (
    chats,
    close,
    delete,
    end,
    hours,
    new,
    open_now,
    rules,
    transcript,
    transcript_file,
    trash,
    undelete,
)
from opentwinning.workspace.chats.views.talk import chat, here, news, say
from opentwinning.workspace.chats.views.watch import hide, let, refuse, show, withdraw

__all__ = [
    "chat",
    "chats",
    "close",
    "delete",
    "end",
    "here",
    "hide",
    "hours",
    "let",
    "new",
    "news",
    "open_now",
    "refuse",
    "rules",
    "say",
    "show",
    "transcript",
    "transcript_file",
    "trash",
    "undelete",
    "withdraw",
]
