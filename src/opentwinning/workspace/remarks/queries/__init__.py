"""Reading remarks."""

from opentwinning.workspace.remarks.queries.access import (
    access_deleted_remark,
    access_remark,
    access_thing,
    locked_remark,
)
from opentwinning.workspace.remarks.queries.lists import (
    Talk,
    is_quoted,
    reactions_to,
    remarks_to_take,
    talks_about,
    things_gone,
)

__all__ = [
    "Talk",
    "access_deleted_remark",
    "access_remark",
    "access_thing",
    "is_quoted",
    "locked_remark",
    "reactions_to",
    "remarks_to_take",
    "talks_about",
    "things_gone",
]
