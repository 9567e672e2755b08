"""The diary, the staff room, the pupil corner: three places of one tool."""

from typing import Any

from django.http import HttpResponse

from opentwinning.core.places import panels
from opentwinning.core.web import ActorRequest, Audience, open_to, page
from opentwinning.workspace.posts.models import Post
from opentwinning.workspace.posts.policies import may_write_post
from opentwinning.workspace.posts.queries import pinned_in, posts_in, waiting_in
from opentwinning.workspace.posts.views.shown import shown, undo_deletion
from opentwinning.workspace.posts.vocabulary import PER_PAGE
from opentwinning.workspace.spaces.queries import Presence, access_space, space_context
from opentwinning.workspace.spaces.vocabulary import SpacePlace, who_sees


@open_to(Audience.MEMBERS, methods=("GET",))
def diary(request: ActorRequest, ref: str) -> HttpResponse:
    """What happened in the project, newest first (T-07)."""
    presence = access_space(request.actor, ref)
    waiting = waiting_in(presence).count() if presence.member.is_adult else 0
    return _list(request, presence, SpacePlace.WHOLE, "posts/diary.html", waiting=waiting)


@open_to(Audience.MEMBERS, methods=("GET",))
def staff_room(request: ActorRequest, ref: str) -> HttpResponse:
    """Notes and everything else that only teachers see (T-15, X-55)."""
    presence = access_space(request.actor, ref, place=SpacePlace.STAFF_ROOM)
    return _list(
        request,
        presence,
        SpacePlace.STAFF_ROOM,
        "posts/staff_room.html",
        panels=panels("staff_room", request.actor, presence),
    )


@open_to(Audience.MEMBERS, methods=("GET",))
def pupil_corner(request: ActorRequest, ref: str) -> HttpResponse:
    """The pupils' wall: they write, their teachers read along (T-14, X-46)."""
    presence = access_space(request.actor, ref, place=SpacePlace.PUPIL_CORNER)
    return _list(
        request,
        presence,
        SpacePlace.PUPIL_CORNER,
        "posts/pupil_corner.html",
        panels=panels("pupil_corner", request.actor, presence),
    )


def _list(
    request: ActorRequest, presence: Presence, place: SpacePlace, template: str, **more: Any
) -> HttpResponse:
    rows = posts_in(presence, place).filter(pinned_at=None)
    pinned: list[Post] = []
    if (before := request.GET.get("before", "")).isdigit():
        rows = rows.filter(pk__lt=int(before))
    elif place == SpacePlace.WHOLE:
        pinned = list(pinned_in(presence))
    posts = list(rows[: PER_PAGE + 1])
    has_more = len(posts) > PER_PAGE
    items = shown(presence, [*pinned, *posts[:PER_PAGE]])
    return page(
        request,
        template,
        **space_context(presence, request),
        pinned=items[: len(pinned)],
        posts=items[len(pinned) :],
        more_before=posts[PER_PAGE - 1].pk if has_more else None,
        place=str(place),
        who=who_sees(place),
        may_write=bool(may_write_post(presence.member, presence.space, place)),
        undo=undo_deletion(request),
        **more,
    )
