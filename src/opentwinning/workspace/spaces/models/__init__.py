"""Spaces and members."""

from opentwinning.workspace.spaces.models.space import Member, Space

__all__ = ["Member", "Space"]
