"""Declarations of polls: menu, home, notices, cleaning, privacy, reports, box."""

from opentwinning.workspace.votes.wiring import (
    box,
    cleaning,
    notices,
    places,
    privacy,
    reporting,
)

__all__ = ["box", "cleaning", "notices", "places", "privacy", "reporting"]
