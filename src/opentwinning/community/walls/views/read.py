"""The stream, a wall, a post with its comments, the trash."""

from typing import Any, cast

from django.http import HttpRequest, HttpResponse

from opentwinning.community.networking.policies import is_own
from opentwinning.community.walls.policies import may_edit_wall_post, may_write_post
from opentwinning.community.walls.queries import (
    access_post,
    post_to_comment,
    search_posts,
    stream_of,
    trash_of,
    wall_of,
)
from opentwinning.community.walls.queries.posts import Posts
from opentwinning.community.walls.vocabulary import PAGE, READERS, Circle
from opentwinning.core import cursors, richtext
from opentwinning.core.places import panels
from opentwinning.core.text import words
from opentwinning.core.web import ActorRequest, Audience, open_to, page
from opentwinning.people.educators.queries import access_educator, educator_of


@open_to(Audience.VALIDATED, methods=("GET",))
def stream(request: HttpRequest) -> HttpResponse:
    """What people one follows and contacts write; or all posts one may read, by words."""
    actor = cast("ActorRequest", request).actor
    wanted, after = request.GET.get("q", ""), cursors.read(request.GET.get("after", ""))
    searches = bool(words(wanted))
    posts = search_posts(actor, wanted, after=after) if searches else stream_of(actor, after=after)
    return page(
        request, "walls/stream.html", wanted=wanted if searches else "", owner=educator_of(actor),
        **_listed(posts),
    )  # fmt: skip


@open_to(Audience.VALIDATED, Audience.OFFICERS, methods=("GET",))
def wall(request: HttpRequest, ref: str) -> HttpResponse:
    """The wall of one educator, for who may see her profile."""
    actor = cast("ActorRequest", request).actor
    owner = access_educator(actor, ref, to="see")
    posts = wall_of(actor, owner, after=cursors.read(request.GET.get("after", "")))
    return page(
        request, "walls/wall.html", owner=owner, is_own=is_own(actor, owner),
        may_write=is_own(actor, owner) and bool(may_write_post(actor)), **_listed(posts),
    )  # fmt: skip


def _listed(posts: Posts) -> dict[str, Any]:
    found, further = posts
    return {"posts": found, "next_after": cursors.written(further), "step": PAGE}


@open_to(Audience.VALIDATED, Audience.OFFICERS, methods=("GET",))
def post(request: HttpRequest, ref: str) -> HttpResponse:
    """One post and what is said below it."""
    actor = cast("ActorRequest", request).actor
    found = access_post(actor, ref, to="see")
    return page(
        request,
        "walls/post.html",
        post=found,
        html=richtext.rendered(found.text),
        readers=READERS[Circle(found.circle)],
        is_own=is_own(actor, found.author),
        may_edit=bool(may_edit_wall_post(actor, found)),
        panels=panels("comments", actor, post_to_comment(actor, ref)),
    )


@open_to(Audience.VALIDATED, methods=("GET",))
def trash(request: HttpRequest) -> HttpResponse:
    """What one deleted in the last days."""
    actor = cast("ActorRequest", request).actor
    return page(request, "walls/trash.html", posts=trash_of(actor), owner=educator_of(actor))
