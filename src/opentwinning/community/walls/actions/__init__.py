"""Everything that changes walls."""

from opentwinning.community.walls.actions.care import (
    forget_author,
    give_wall_post_back,
    purge_wall_posts,
    withhold_wall_post,
)
from opentwinning.community.walls.actions.write import (
    delete_post,
    edit_post,
    undelete_post,
    write_post,
)

__all__ = [
    "delete_post",
    "edit_post",
    "forget_author",
    "give_wall_post_back",
    "purge_wall_posts",
    "undelete_post",
    "withhold_wall_post",
    "write_post",
]
