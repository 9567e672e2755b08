"""Privacy of projects."""

from opentwinning.collaboration.projects.wiring import privacy

__all__ = ["privacy"]
