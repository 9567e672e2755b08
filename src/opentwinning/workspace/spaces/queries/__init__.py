"""Reading spaces."""

from opentwinning.workspace.spaces.queries.access import Presence, access_space, member_of
from opentwinning.workspace.spaces.queries.lists import (
    members_of,
    places_readable_by,
    spaces_of,
)

__all__ = [
    "Presence",
    "access_space",
    "member_of",
    "members_of",
    "places_readable_by",
    "spaces_of",
]
