"""Reading boxes."""

from opentwinning.collaboration.boxes.queries.boxes import (
    access_box,
    boxes_to_forget,
    contents_of_boxes,
    goes_beyond,
    latest_box,
    presence_for,
    silent_boxes,
)
from opentwinning.collaboration.boxes.queries.cover import (
    Cover,
    cover_of,
    people_of,
    schools_for,
)

__all__ = [
    "Cover",
    "access_box",
    "boxes_to_forget",
    "contents_of_boxes",
    "cover_of",
    "goes_beyond",
    "latest_box",
    "people_of",
    "presence_for",
    "schools_for",
    "silent_boxes",
]
