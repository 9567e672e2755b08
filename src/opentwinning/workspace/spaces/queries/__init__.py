"""Reading spaces."""

from opentwinning.workspace.spaces.queries.access import (
    Presence,
    access_space,
    member_of,
    presence_in,
)
from opentwinning.workspace.spaces.queries.frame import SpaceFrame, frame_of, space_context
from opentwinning.workspace.spaces.queries.lists import (
    guardians_in,
    members_of,
    places_readable_by,
    places_writable_by,
    spaces_of,
)
from opentwinning.workspace.spaces.queries.things import Thing

__all__ = [
    "Presence",
    "SpaceFrame",
    "Thing",
    "access_space",
    "frame_of",
    "guardians_in",
    "member_of",
    "members_of",
    "places_readable_by",
    "places_writable_by",
    "presence_in",
    "space_context",
    "spaces_of",
]
