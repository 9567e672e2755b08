"""What of the posts somebody takes along (idea 9)."""

from django.db.models import QuerySet

from opentwinning.workspace.posts.models import Post
from opentwinning.workspace.posts.queries.lists import posts_in
from opentwinning.workspace.posts.vocabulary import PostState
from opentwinning.workspace.spaces.queries import Presence
from opentwinning.workspace.spaces.vocabulary import SpacePlace


def posts_to_take(presence: Presence, place: SpacePlace | str) -> QuerySet[Post]:
    """Posts the member reads, oldest first; nothing that waits, was given back or is hidden."""
    return posts_in(presence, place).filter(state=PostState.VISIBLE).order_by("pk")
