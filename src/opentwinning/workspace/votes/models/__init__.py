"""Polls and votes."""

from opentwinning.workspace.votes.models.poll import Ballot, Choice, Pick, Poll

__all__ = ["Ballot", "Choice", "Pick", "Poll"]
