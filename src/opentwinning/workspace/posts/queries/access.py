"""The doors of posts."""

from collections.abc import Callable

from django.utils.translation import pgettext

from opentwinning.core.actor import Actor
from opentwinning.core.verdicts import Refused, Verdict, deny_unless, hidden
from opentwinning.workspace.posts.models import Post
from opentwinning.workspace.posts.policies import (
    may_administer_post,
    may_approve_post,
    may_delete_post,
    may_edit_post,
    may_hide_post,
    may_pin_post,
    may_publish_post,
    may_read_post,
    may_undelete_post,
    may_unpin_post,
)
from opentwinning.workspace.posts.queries.public import access_published_post
from opentwinning.workspace.posts.vocabulary import TOOLS
from opentwinning.workspace.spaces.models import Member, Space
from opentwinning.workspace.spaces.queries import Presence, Thing, member_of, presence_in
from opentwinning.workspace.spaces.vocabulary import SpacePlace

type Rule = Callable[[Member | None, Space, Post], Verdict]
_RULES: dict[str, Rule] = {
    "edit": may_edit_post,
    "delete": may_delete_post,
    "approve": may_approve_post,
    "hide": may_hide_post,
    "pin": may_pin_post,
    "unpin": may_unpin_post,
    "administer": may_administer_post,
    "publish": may_publish_post,
}


def access_post(actor: Actor, ref: str, *, to: str = "read") -> tuple[Presence, Post]:
    """The post and the actor's presence in its space; ``to`` is read, edit, delete, approve,
    hide, pin, unpin, administer or publish.
    """
    post = _post(ref)
    presence = presence_in(actor, post.space, place=post.place)
    deny_unless(may_read_post(presence.member, post))
    if to != "read":
        deny_unless(_RULES[to](presence.member, presence.space, post))
    return presence, post


def thing_of(presence: Presence, post: Post) -> Thing:
    """The post as what members talk about."""
    return Thing(
        kind="post",
        ref=post.ref,
        presence=presence,
        place=post.place,
        title=post.title or pgettext("posts", "Post"),
        text=post.text,
        url=f"/spaces/posts/{post.ref}/",
        tool=TOOLS[SpacePlace(post.place)],
        author=post.author,
    )


def access_trashed_post(actor: Actor, ref: str) -> tuple[Presence, Post]:
    """A post in the trash, for whoever may take it back."""
    post = _post(ref)
    presence = presence_in(actor, post.space, place=post.place)
    deny_unless(may_undelete_post(presence.member, presence.space, post))
    return presence, post


def _post(ref: str) -> Post:
    post = (
        Post.objects.select_related("space", "author__pupil", "decided_by").filter(ref=ref).first()
    )
    if post is None:
        raise Refused(hidden())
    return post


def post_to_report(actor: Actor, ref: str) -> tuple[Post, str]:
    """A post as this reader sees it: a member in its space, anybody the published copy. With the
    text she reads."""
    post = _post(ref)
    if member_of(actor, post.space) is None:
        published = access_published_post(ref)
        return post, published.text
    presence = presence_in(actor, post.space, place=post.place)
    deny_unless(may_read_post(presence.member, post))
    return post, post.text
