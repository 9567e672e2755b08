"""Reading boxes."""

from opentwinning.collaboration.boxes.queries.arrivals import (
    access_arrival,
    arrivals_of,
    arrivals_of_account,
    arrivals_to_forget,
    contents_of_arrivals,
    counted,
    home_of_arrival,
    taken_before,
)
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
    "access_arrival",
    "access_box",
    "arrivals_of",
    "arrivals_of_account",
    "arrivals_to_forget",
    "boxes_to_forget",
    "contents_of_arrivals",
    "contents_of_boxes",
    "counted",
    "cover_of",
    "goes_beyond",
    "home_of_arrival",
    "latest_box",
    "people_of",
    "presence_for",
    "schools_for",
    "silent_boxes",
    "taken_before",
]
