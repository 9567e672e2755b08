"""Publishing a diary post, and what visitors see of it."""

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import pgettext

from opentwinning.core.verdicts import Conflict, Invalid
from opentwinning.core.web import ActorRequest, Audience, go, open_to, page
from opentwinning.workspace.files.policies import may_show_in_public
from opentwinning.workspace.files.queries import unfit_for_public
from opentwinning.workspace.posts.actions import publish_post, unpublish_post
from opentwinning.workspace.posts.queries import (
    access_post,
    access_published_post,
    photos_of,
)
from opentwinning.workspace.posts.views.shown import photo_rows, shown
from opentwinning.workspace.spaces.queries import space_context


@open_to(Audience.MEMBERS)
def publish(request: ActorRequest, ref: str) -> HttpResponse:
    """Look at the post as a visitor, see what stands in the way, decide (H12)."""
    presence, post = access_post(request.actor, ref, to="publish")
    if request.method == "POST":
        return _decided(request, ref)
    photos = photos_of([post])[post.pk]
    unfit = [file for file in photos if not may_show_in_public(file)]
    return page(
        request,
        "posts/publish.html",
        **space_context(presence, request, tool="posts:diary"),
        item=shown(presence, [post])[0],
        post=post,
        unfit=unfit + unfit_for_public(presence.space, post.text),
        bare=[file for file in photos if not file.alt_text],
    )


def _decided(request: ActorRequest, ref: str) -> HttpResponse:
    _, post = access_post(request.actor, ref, to="publish")
    version = request.POST.get("version", "")
    try:
        publish_post(by=request.actor, post=post, version=int(version) if version.isdigit() else 0)
    except Invalid as problem:
        messages.error(request, str(problem.message))
    except Conflict:
        text = pgettext("posts", "The post was changed in the meantime. Look at it first.")
        messages.warning(request, text)
    else:
        messages.success(request, pgettext("posts", "Everybody can read this post now."))
        return go(request, "posts:post", ref)
    return go(request, "posts:publish", ref)


@open_to(Audience.MEMBERS, methods=("POST",))
def unpublish(request: ActorRequest, ref: str) -> HttpResponse:
    """Close the post to visitors at once."""
    _, post = access_post(request.actor, ref, to="administer")
    unpublish_post(by=request.actor, post=post)
    messages.success(request, pgettext("posts", "Only members can read this post now."))
    return go(request, "posts:post", ref)


@open_to(Audience.EVERYBODY, methods=("GET",))
def public(request: ActorRequest, ref: str) -> HttpResponse:
    """One published post, for everybody."""
    found = access_published_post(ref)
    return page(
        request,
        "posts/public.html",
        published=found,
        html=found.html(),
        photos=photo_rows(list(found.photos)),
    )
