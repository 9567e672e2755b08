"""Posts as the template shows them."""

from typing import Any

from django.utils.translation import pgettext

from opentwinning.core import richtext
from opentwinning.core.addresses import reverse
from opentwinning.core.verdicts import Refused
from opentwinning.core.web import ActorRequest
from opentwinning.workspace.files.models import SpaceFile
from opentwinning.workspace.files.queries import content_url, file_address, thumb_url
from opentwinning.workspace.posts.models import Post
from opentwinning.workspace.posts.queries import access_trashed_post, photos_of
from opentwinning.workspace.posts.vocabulary import STATE_LABELS, PostState
from opentwinning.workspace.spaces.models import Member
from opentwinning.workspace.spaces.queries import Presence


def shown(presence: Presence, posts: list[Post]) -> list[dict[str, Any]]:
    """Text, photos and words about each post; two statements for all of them."""
    address = file_address(presence, *(post.text for post in posts))
    pictures = photos_of(posts)
    return [
        {
            "post": post,
            "html": richtext.rendered(post.text, address),
            # One hidden after a report stands on its own page only, for teachers and its owner.
            "photos": photo_rows(
                [each for each in pictures[post.pk] if not (each.is_withheld or each.is_closed)]
            ),
            "role": role_of(post.author),
            "own": post.author_id == presence.member.pk,
            "state": state_words(post),
            "url": reverse("posts:post", args=[post.ref]),
        }
        for post in posts
    ]


def photo_rows(files: list[SpaceFile]) -> list[dict[str, str]]:
    """Small picture, large picture, words."""
    return [
        {"thumb": thumb_url(file), "url": content_url(file), "alt": file.alt_text} for file in files
    ]


def role_of(member: Member) -> str:
    return pgettext("posts", "Pupil") if member.is_pupil else pgettext("posts", "Teacher")


def state_words(post: Post) -> dict[str, str] | None:
    """What is special about the post now; None for a visible one."""
    if post.state == PostState.VISIBLE:
        return None
    return {"label": str(STATE_LABELS[PostState(post.state)]), "note": post.decision_note}


def undo_deletion(request: ActorRequest) -> dict[str, str] | None:
    """The undo bar after a deletion."""
    ref = request.GET.get("deleted", "")
    if not ref:
        return None
    try:
        access_trashed_post(request.actor, ref)
    except Refused:
        return None
    text = pgettext("posts", "The post is in the trash.")
    return {"text": text, "action": reverse("posts:undelete", args=[ref])}
