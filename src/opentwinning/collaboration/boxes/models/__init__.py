"""Boxes that go, and boxes that come."""

from opentwinning.collaboration.boxes.models.arrival import Arrival
from opentwinning.collaboration.boxes.models.box import Box

__all__ = ["Arrival", "Box"]
