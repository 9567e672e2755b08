"""Comments, cleaning, joining, places, privacy and reports of shared resources."""

from opentwinning.community.resources.wiring import (
    cleaning,
    comments,
    joining,
    places,
    privacy,
    reporting,
)

__all__ = ["cleaning", "comments", "joining", "places", "privacy", "reporting"]
