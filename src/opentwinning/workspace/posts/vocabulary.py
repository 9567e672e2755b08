"""States and limits of posts."""

from enum import StrEnum

from django.utils.translation import pgettext_lazy

from opentwinning.workspace.spaces.vocabulary import SpacePlace


class PostState(StrEnum):
    """A pupil's post waits for a teacher; an educator may hide any post."""

    WAITING = "waiting"
    RETURNED = "returned"
    VISIBLE = "visible"
    HIDDEN = "hidden"


TRANSITIONS = {
    PostState.WAITING: frozenset({PostState.VISIBLE, PostState.RETURNED, PostState.HIDDEN}),
    PostState.RETURNED: frozenset({PostState.WAITING}),
    PostState.VISIBLE: frozenset({PostState.HIDDEN, PostState.WAITING}),
    PostState.HIDDEN: frozenset({PostState.VISIBLE}),
}
STATE_LABELS = {
    PostState.WAITING: pgettext_lazy("posts", "Waits for a teacher"),
    PostState.RETURNED: pgettext_lazy("posts", "The teacher asks you"),
    PostState.VISIBLE: pgettext_lazy("posts", "Visible"),
    PostState.HIDDEN: pgettext_lazy("posts", "Hidden"),
}

REPORTED_AS = "post"  # the kind under which it is reported, hidden and given back
MAX_TITLE = 120
MAX_TEXT = 8000
MAX_PHOTOS = 6
MAX_PINNED = 3  # more would push the news out of sight
PER_PAGE = 20
TRASH_DAYS = 30

# The entry in the menu of the space under which posts of a place stand.
TOOLS = {
    SpacePlace.WHOLE: "posts:diary",
    SpacePlace.STAFF_ROOM: "posts:staff_room",
    SpacePlace.PUPIL_CORNER: "posts:pupil_corner",
}
