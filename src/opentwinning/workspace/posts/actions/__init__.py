"""Everything that changes posts."""

from opentwinning.workspace.posts.actions.brought import bring_posts
from opentwinning.workspace.posts.actions.care import give_post_back, withhold_post
from opentwinning.workspace.posts.actions.decide import (
    approve_post,
    hide_post,
    return_post,
    show_post,
)
from opentwinning.workspace.posts.actions.pin import pin_post, unpin_post
from opentwinning.workspace.posts.actions.publish import publish_post, unpublish_post
from opentwinning.workspace.posts.actions.trash import (
    delete_post,
    empty_posts,
    forget_photos,
    purge_posts,
    undelete_post,
)
from opentwinning.workspace.posts.actions.write import NewPhoto, edit_post, write_post

__all__ = [
    "NewPhoto",
    "approve_post",
    "bring_posts",
    "delete_post",
    "edit_post",
    "empty_posts",
    "forget_photos",
    "give_post_back",
    "hide_post",
    "pin_post",
    "publish_post",
    "purge_posts",
    "return_post",
    "show_post",
    "undelete_post",
    "unpin_post",
    "unpublish_post",
    "withhold_post",
    "write_post",
]
