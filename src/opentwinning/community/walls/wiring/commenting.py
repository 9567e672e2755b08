"""Posts take comments."""

from opentwinning.community.comments.vocabulary import COMMENTABLES, Commentable
from opentwinning.community.walls.queries import post_to_comment
from opentwinning.community.walls.vocabulary import WALL_POST

COMMENTABLES.add(Commentable(WALL_POST, "walls:post", post_to_comment))
