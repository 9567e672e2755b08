"""Declarations of remarks: below which things, notices, cleaning, privacy, reports, box."""

from opentwinning.workspace.remarks.wiring import (
    box,
    cleaning,
    notices,
    places,
    privacy,
    reporting,
    things,
)

__all__ = ["box", "cleaning", "notices", "places", "privacy", "reporting", "things"]
