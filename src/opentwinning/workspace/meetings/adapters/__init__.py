"""Video services outside, behind one shape (decision 0025)."""

from opentwinning.workspace.meetings.adapters.services import Service, service

__all__ = ["Service", "service"]
