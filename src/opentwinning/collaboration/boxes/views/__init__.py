"""Views of boxes."""

from opentwinning.collaboration.boxes.views.arrivals import (
    arrival,
    arrival_progress,
    arrivals,
    delete_box,
    take,
)
from opentwinning.collaboration.boxes.views.boxes import box, content, progress

__all__ = [
    "arrival",
    "arrival_progress",
    "arrivals",
    "box",
    "content",
    "delete_box",
    "progress",
    "take",
]
