"""Stamped forms."""

from opentwinning.community.papers.models.paper import Paper

__all__ = ["Paper"]
