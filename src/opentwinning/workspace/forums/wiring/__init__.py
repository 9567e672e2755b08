"""Declarations of the forum: menu, panels, notices, cleaning, privacy."""

from opentwinning.workspace.forums.wiring import (
    box,
    cleaning,
    notices,
    places,
    privacy,
    reporting,
)

__all__ = ["box", "cleaning", "notices", "places", "privacy", "reporting"]
