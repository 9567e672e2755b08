"""Diary, staff room and pupil corner in the menu of a space."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.places import SPACE_TOOLS, SpaceTool
from opentwinning.workspace.spaces.vocabulary import SpacePlace

SPACE_TOOLS.add(
    SpaceTool(
        label=pgettext_lazy("space menu", "Diary"),
        url_name="posts:diary",
        icon="notebook-pen",
        visible_to=lambda presence: True,
    ),
    order=20,
)
SPACE_TOOLS.add(
    SpaceTool(
        label=pgettext_lazy("space menu", "Pupil corner"),
        url_name="posts:pupil_corner",
        icon="backpack",
        visible_to=lambda presence: presence.may_read(SpacePlace.PUPIL_CORNER),
    ),
    order=50,
)
SPACE_TOOLS.add(
    SpaceTool(
        label=pgettext_lazy("space menu", "Staff room"),
        url_name="posts:staff_room",
        icon="shield",
        visible_to=lambda presence: presence.may_read(SpacePlace.STAFF_ROOM),
        is_staff_only=True,
    ),
    order=60,
)
