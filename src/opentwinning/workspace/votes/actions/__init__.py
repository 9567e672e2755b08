"""Asking, voting, closing."""

from opentwinning.workspace.votes.actions.ask import (
    Question,
    ask_question,
    change_poll,
    look_for_time,
    plan_chosen_time,
)
from opentwinning.workspace.votes.actions.care import (
    close_poll,
    delete_poll,
    empty_polls,
    give_poll_back,
    open_poll_again,
    purge_polls,
    undelete_poll,
    withhold_poll,
)
from opentwinning.workspace.votes.actions.vote import vote

__all__ = [
    "Question",
    "ask_question",
    "change_poll",
    "close_poll",
    "delete_poll",
    "empty_polls",
    "give_poll_back",
    "look_for_time",
    "open_poll_again",
    "plan_chosen_time",
    "purge_polls",
    "undelete_poll",
    "vote",
    "withhold_poll",
]
