"""A frozen copy of a diary post for everybody on the internet (X-42: closed by default)."""

from django.utils.translation import pgettext_lazy

from opentwinning.core import richtext
from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.events import emit
from opentwinning.core.verdicts import Conflict, Invalid, deny_unless
from opentwinning.workspace.files.actions import expose_files, withdraw_files
from opentwinning.workspace.files.policies import may_show_in_public
from opentwinning.workspace.files.queries import unfit_for_public
from opentwinning.workspace.posts.events import PostPublished, PostUnpublished
from opentwinning.workspace.posts.models import Post
from opentwinning.workspace.posts.policies import may_administer_post, may_publish_post
from opentwinning.workspace.posts.queries import photos_of
from opentwinning.workspace.spaces.queries import member_of

CLOSED_FILES = pgettext_lazy(
    "posts", "Some photos may not be public. Look at the list on this page."
)
BARE_PHOTOS = pgettext_lazy(
    "posts", "Some photos have no description. Describe them before you publish."
)


@action
def publish_post(*, by: Actor, post: Post, version: int) -> Post:
    """Show the post as it is now to everybody. ``Conflict`` when it changed since ``version``."""
    post = _locked(post)
    deny_unless(may_publish_post(member_of(by, post.space), post.space, post))
    if post.version != version:
        raise Conflict(post)
    photos = photos_of([post])[post.pk]
    unfit = [file for file in photos if not may_show_in_public(file)]
    if unfit or unfit_for_public(post.space, post.text):
        raise Invalid(CLOSED_FILES)
    if any(not file.alt_text for file in photos):
        raise Invalid(BARE_PHOTOS)
    refs = richtext.file_refs(post.text) | {file.ref for file in photos}
    expose_files(by=by, space=post.space, used_in=post.ref, refs=refs)
    post.published_title, post.published_text, post.published_at = post.title, post.text, now()
    post.save(update_fields=["published_title", "published_text", "published_at"])
    note(post, version=version)
    emit(PostPublished(post.space_id, post.pk))
    return post


@action
def unpublish_post(*, by: Actor, post: Post) -> Post:
    """Close the post and its photos to visitors at once."""
    post = _locked(post)
    deny_unless(may_administer_post(member_of(by, post.space), post.space, post))
    post.published_title = post.published_text = ""
    post.published_at = None
    post.save(update_fields=["published_title", "published_text", "published_at"])
    withdraw_files(by=by, space=post.space, used_in=post.ref)
    note(post)
    emit(PostUnpublished(post.space_id, post.pk))
    return post


def _locked(post: Post) -> Post:
    return (
        Post.objects.select_for_update(of=("self",))
        .select_related("space", "author")
        .get(pk=post.pk)
    )
