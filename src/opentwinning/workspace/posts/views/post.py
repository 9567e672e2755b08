"""One post, deleting and taking back."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import pgettext

from opentwinning.core.addresses import reverse
from opentwinning.core.places import panels
from opentwinning.core.web import ActorRequest, Audience, go, open_to, page
from opentwinning.workspace.posts.actions import delete_post, undelete_post
from opentwinning.workspace.posts.forms import DecisionForm
from opentwinning.workspace.posts.models import Post
from opentwinning.workspace.posts.policies import (
    may_administer_post,
    may_approve_post,
    may_delete_post,
    may_edit_post,
    may_hide_post,
    may_pin_post,
    may_publish_post,
    may_unpin_post,
)
from opentwinning.workspace.posts.queries import (
    access_post,
    access_trashed_post,
    thing_of,
    trash_of,
)
from opentwinning.workspace.posts.views.shown import shown
from opentwinning.workspace.posts.vocabulary import TOOLS, PostState
from opentwinning.workspace.spaces.queries import Presence, access_space, space_context
from opentwinning.workspace.spaces.vocabulary import SpacePlace, who_sees


@open_to(Audience.MEMBERS, methods=("GET",))
def read(request: ActorRequest, ref: str) -> HttpResponse:
    """One post with everything that can be done about it."""
    presence, post = access_post(request.actor, ref)
    return post_page(request, presence, post, DecisionForm())


def post_page(
    request: ActorRequest, presence: Presence, post: Post, form: DecisionForm
) -> HttpResponse:
    """Also the answer to a decision that needs a word."""
    member, space = presence.member, presence.space
    tool = TOOLS[SpacePlace(post.place)]
    return page(
        request,
        "posts/post.html",
        **space_context(presence, request, tool=tool),
        item=shown(presence, [post])[0],
        post=post,
        form=form,
        who=who_sees(post.place),
        back=reverse(tool, args=[space.ref]),
        is_hidden=post.state == PostState.HIDDEN,
        below=panels("space_thing", request.actor, thing_of(presence, post)),
        may={
            "edit": bool(may_edit_post(member, space, post)),
            "delete": bool(may_delete_post(member, space, post)),
            "approve": bool(may_approve_post(member, space, post)),
            "hide": bool(may_hide_post(member, space, post)),
            "pin": not post.is_pinned and bool(may_pin_post(member, space, post)),
            "unpin": post.is_pinned and bool(may_unpin_post(member, space, post)),
            "administer": bool(may_administer_post(member, space, post)),
            "publish": bool(may_publish_post(member, space, post)),
        },
    )


@open_to(Audience.MEMBERS, methods=("POST",))
def delete(request: ActorRequest, ref: str) -> HttpResponse:
    """Into the trash; the list offers to undo."""
    presence, post = access_post(request.actor, ref, to="delete")
    delete_post(by=request.actor, post=post)
    tool = TOOLS[SpacePlace(post.place)]
    return redirect(f"{reverse(tool, args=[presence.space.ref])}?deleted={ref}")


@open_to(Audience.MEMBERS, methods=("POST",))
def undelete(request: ActorRequest, ref: str) -> HttpResponse:
    """Out of the trash."""
    _, post = access_trashed_post(request.actor, ref)
    undelete_post(by=request.actor, post=post)
    messages.success(request, pgettext("posts", "The post is back."))
    return go(request, "posts:post", ref)


@open_to(Audience.MEMBERS, methods=("GET",))
def trash(request: ActorRequest, ref: str) -> HttpResponse:
    """Deleted posts the member may take back."""
    presence = access_space(request.actor, ref)
    return page(
        request,
        "posts/trash.html",
        **space_context(presence, request, tool="posts:diary"),
        posts=list(trash_of(presence)[:200]),
    )
