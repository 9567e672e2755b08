"""Teachers pin posts to the top of the diary, and let them go."""

from django.http import HttpResponse
from django.utils.translation import pgettext

from opentwinning.core.web import ActorRequest, Audience, attempt, go, open_to
from opentwinning.workspace.posts.actions import pin_post, unpin_post
from opentwinning.workspace.posts.queries import access_post


@open_to(Audience.MEMBERS, methods=("POST",))
def pin(request: ActorRequest, ref: str) -> HttpResponse:
    """It stands at the top of the diary now."""
    _, post = access_post(request.actor, ref, to="pin")
    done = pgettext("posts", "The post stands at the top of the diary now.")
    attempt(request, lambda: pin_post(by=request.actor, post=post), done)
    return go(request, "posts:post", ref)


@open_to(Audience.MEMBERS, methods=("POST",))
def unpin(request: ActorRequest, ref: str) -> HttpResponse:
    """Back to its place in time."""
    _, post = access_post(request.actor, ref, to="unpin")
    done = pgettext("posts", "The post stands among the others again.")
    attempt(request, lambda: unpin_post(by=request.actor, post=post), done)
    return go(request, "posts:post", ref)
