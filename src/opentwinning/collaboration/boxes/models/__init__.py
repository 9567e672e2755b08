"""Boxes."""

from opentwinning.collaboration.boxes.models.box import Box

__all__ = ["Box"]
