"""The daily sweep of the disk leaves boxes alone."""

from opentwinning.collaboration.boxes.queries import contents_of_arrivals, contents_of_boxes
from opentwinning.workspace.files.vocabulary import NAMED_ELSEWHERE

NAMED_ELSEWHERE.add(contents_of_boxes)
NAMED_ELSEWHERE.add(contents_of_arrivals)
