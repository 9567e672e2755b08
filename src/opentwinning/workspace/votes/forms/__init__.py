"""A question, a week of times, a vote."""

from opentwinning.workspace.votes.forms.ask import QuestionForm, TimesForm, week_of, written
from opentwinning.workspace.votes.forms.vote import VoteForm

__all__ = ["QuestionForm", "TimesForm", "VoteForm", "week_of", "written"]
