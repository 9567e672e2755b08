"""Events."""

from opentwinning.workspace.calendar.models.event import Event

__all__ = ["Event"]
