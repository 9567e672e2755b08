"""Teachers keep a few posts at the top of the diary (X-56)."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.verdicts import Invalid, deny_unless
from opentwinning.workspace.posts.models import Post
from opentwinning.workspace.posts.policies import may_pin_post, may_unpin_post
from opentwinning.workspace.posts.vocabulary import MAX_PINNED
from opentwinning.workspace.spaces.models import Space
from opentwinning.workspace.spaces.queries import member_of

_ENOUGH = pgettext_lazy("posts", "Three posts are pinned already. Unpin one of them first.")


@action
def pin_post(*, by: Actor, post: Post) -> Post:
    """It stands above the others; a post that is pinned already keeps its place."""
    post = _locked(post)
    deny_unless(may_pin_post(member_of(by, post.space), post.space, post))
    if post.is_pinned:
        return post
    if Post.objects.filter(space=post.space, pinned_at__isnull=False).count() >= MAX_PINNED:
        raise Invalid(_ENOUGH)
    post.pinned_at = now()
    post.save(update_fields=["pinned_at"])
    note(post)
    return post


@action
def unpin_post(*, by: Actor, post: Post) -> Post:
    """Back to its place in time."""
    post = _locked(post)
    deny_unless(may_unpin_post(member_of(by, post.space), post.space, post))
    if post.is_pinned:
        post.pinned_at = None
        post.save(update_fields=["pinned_at"])
        note(post)
    return post


def _locked(post: Post) -> Post:
    """The space first: two presses at one time do not pin a fourth post."""
    Space.objects.select_for_update(no_key=True).get(pk=post.space_id)
    rows = Post.objects.select_for_update(of=("self",)).select_related("space", "author")
    return rows.get(pk=post.pk)
