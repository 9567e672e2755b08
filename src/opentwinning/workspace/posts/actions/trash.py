"""Thirty days in the trash."""

import datetime as dt

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.events import emit
from opentwinning.core.verdicts import deny_unless
from opentwinning.workspace.files.actions import withdraw_files
from opentwinning.workspace.posts.events import PostUnpublished
from opentwinning.workspace.posts.models import Post, PostPhoto
from opentwinning.workspace.posts.policies import may_delete_post, may_undelete_post
from opentwinning.workspace.posts.vocabulary import TRASH_DAYS
from opentwinning.workspace.spaces.queries import member_of


@action
def delete_post(*, by: Actor, post: Post) -> Post:
    """Into the trash, from the top and out of the public; its photos stay in the files."""
    post = _locked(post)
    member = member_of(by, post.space)
    deny_unless(may_delete_post(member, post.space, post))
    was_published = post.is_published
    post.deleted_at, post.deleted_by = now(), member
    post.published_at = post.pinned_at = None
    post.save(update_fields=["deleted_at", "deleted_by", "published_at", "pinned_at"])
    if was_published:
        withdraw_files(by=by, space=post.space, used_in=post.ref)
        emit(PostUnpublished(post.space_id, post.pk))
    note(post, title=post.title)
    return post


@action
def undelete_post(*, by: Actor, post: Post) -> Post:
    """Take a post back; it is not published again by that."""
    post = _locked(post)
    deny_unless(may_undelete_post(member_of(by, post.space), post.space, post))
    post.deleted_at = post.deleted_by = None
    post.save(update_fields=["deleted_at", "deleted_by"])
    note(post, title=post.title)
    return post


@action
def purge_posts(*, by: Actor) -> int:
    """Forget posts that lay in the trash long enough; returns how many."""
    rows = Post.objects.filter(deleted_at__lt=now() - dt.timedelta(days=TRASH_DAYS))
    refs = list(rows.values_list("ref", flat=True))
    rows.delete()
    note(posts=refs)
    return len(refs)


@action
def forget_photos(*, by: Actor, file_ids: list[int]) -> None:
    """Let go of pictures that are about to go for good."""
    gone, _ = PostPhoto.objects.filter(file_id__in=file_ids).delete()
    note(photos=gone)


@action
def empty_posts(*, by: Actor, space_id: int) -> int:
    """The space is emptied: nothing stays, not even in the trash; returns how many."""
    rows = Post.objects.filter(space=space_id)
    note(space=space_id, posts=rows.count())
    return rows.delete()[0]


def _locked(post: Post) -> Post:
    return (
        Post.objects.select_for_update(of=("self",))
        .select_related("space", "author")
        .get(pk=post.pk)
    )
