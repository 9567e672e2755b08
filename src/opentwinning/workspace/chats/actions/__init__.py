"""Making chats, talking in them, looking after them."""

from opentwinning.workspace.chats.actions.presence import be_here, go_away
from opentwinning.workspace.chats.actions.run import (
    Rules,
    change_chat,
    close_chat,
    delete_chat,
    empty_chats,
    end_hours,
    make_chat,
    plan_hours,
    purge_chats,
    undelete_chat,
)
from opentwinning.workspace.chats.actions.talk import say, withdraw_message
from opentwinning.workspace.chats.actions.watch import (
    give_message_back,
    hide_message,
    judge_message,
    show_message,
    withhold_message,
)

__all__ = [
    "Rules",
    "be_here",
    "change_chat",
    "close_chat",
    "delete_chat",
    "empty_chats",
    "end_hours",
    "give_message_back",
    "go_away",
    "hide_message",
    "judge_message",
    "make_chat",
    "plan_hours",
    "purge_chats",
    "say",
    "show_message",
    "undelete_chat",
    "withdraw_message",
    "withhold_message",
]
