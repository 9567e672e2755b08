"""Declarations of the forum: menu, panels, notices, cleaning, privacy."""

from opentwinning.workspace.forums.wiring import (
    cleaning,
    notices,
    places,
    privacy,
    reporting,
)

__all__ = ["cleaning", "notices", "places", "privacy", "reporting"]
