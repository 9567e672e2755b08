"""Reading polls."""

from opentwinning.workspace.votes.queries.access import access_poll, access_trashed_poll
from opentwinning.workspace.votes.queries.lists import (
    Line,
    asked_of,
    closing_between,
    polls_in,
    polls_to_take,
    trash_of,
)
from opentwinning.workspace.votes.queries.numbers import (
    Numbers,
    Result,
    choices_of,
    my_ballot,
    my_picks,
    numbers_of,
)
from opentwinning.workspace.votes.queries.words import clocks_of, vote_words, words_of

__all__ = [
    "Line",
    "Numbers",
    "Result",
    "access_poll",
    "access_trashed_poll",
    "asked_of",
    "choices_of",
    "clocks_of",
    "closing_between",
    "my_ballot",
    "my_picks",
    "numbers_of",
    "polls_in",
    "polls_to_take",
    "trash_of",
    "vote_words",
    "words_of",
]
