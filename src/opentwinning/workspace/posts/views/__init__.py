"""Screens of posts."""

from opentwinning.workspace.posts.views.decide import approve, ask, hide, show, waiting
from opentwinning.workspace.posts.views.lists import diary, pupil_corner, staff_room
from opentwinning.workspace.posts.views.pin import pin, unpin
from opentwinning.workspace.posts.views.post import delete, read, trash, undelete
from opentwinning.workspace.posts.views.publish import public, publish, unpublish
from opentwinning.workspace.posts.views.write import edit, new

__all__ = [
    "approve",
    "ask",
    "delete",
    "diary",
    "edit",
    "hide",
    "new",
    "pin",
    "public",
    "publish",
    "pupil_corner",
    "read",
    "show",
    "staff_room",
    "trash",
    "undelete",
    "unpin",
    "unpublish",
    "waiting",
]
