"""The page of the stamped form, the form itself, and what came back."""

from opentwinning.community.papers.views.papers import content, form, mine, term

__all__ = ["content", "form", "mine", "term"]
