"""Teachers look at pupils' posts (page 68), hide and show posts."""

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import pgettext

from opentwinning.core.verdicts import deny_unless, hidden
from opentwinning.core.web import ActorRequest, Audience, attempt, go, open_to, page
from opentwinning.workspace.posts.actions import (
    approve_post,
    hide_post,
    return_post,
    show_post,
)
from opentwinning.workspace.posts.forms import DecisionForm
from opentwinning.workspace.posts.queries import access_post, waiting_in
from opentwinning.workspace.posts.views.post import post_page
from opentwinning.workspace.posts.views.shown import shown
from opentwinning.workspace.spaces.policies import may_read_place
from opentwinning.workspace.spaces.queries import access_space, space_context
from opentwinning.workspace.spaces.vocabulary import SpacePlace


@open_to(Audience.EDUCATORS, methods=("GET",))
def waiting(request: ActorRequest, ref: str) -> HttpResponse:
    """Posts of pupils to decide about, oldest first."""
    presence = access_space(request.actor, ref)
    if not may_read_place(presence.member, SpacePlace.STAFF_ROOM):
        deny_unless(hidden())
    return page(
        request,
        "posts/waiting.html",
        **space_context(presence, request, tool="posts:diary"),
        posts=shown(presence, list(waiting_in(presence)[:50])),
        form=DecisionForm(),
    )


@open_to(Audience.MEMBERS, methods=("POST",))
def approve(request: ActorRequest, ref: str) -> HttpResponse:
    """The members see the post now."""
    presence, post = access_post(request.actor, ref, to="approve")
    done = pgettext("posts", "Everybody in the project sees it now.")
    sent = request.POST.get("version", "")
    read = int(sent) if sent.isdecimal() and len(sent) < 10 else 0
    attempt(request, lambda: approve_post(by=request.actor, post=post, version=read), done)
    return go(request, "posts:waiting", presence.space.ref)


@open_to(Audience.MEMBERS, methods=("POST",))
def ask(request: ActorRequest, ref: str) -> HttpResponse:
    """Ask the pupil to change something."""
    presence, post = access_post(request.actor, ref, to="approve")
    form = DecisionForm(request.POST)
    if form.is_valid():
        words = form.cleaned_data["note"]
        done = form.carry_out(lambda: return_post(by=request.actor, post=post, question=words))
        if done is not None:
            messages.success(request, pgettext("posts", "The pupil reads your words now."))
            return go(request, "posts:waiting", presence.space.ref)
    return post_page(request, presence, post, form)


@open_to(Audience.MEMBERS, methods=("POST",))
def hide(request: ActorRequest, ref: str) -> HttpResponse:
    """Hide a post, with the reason for its author."""
    presence, post = access_post(request.actor, ref, to="hide")
    form = DecisionForm(request.POST)
    if form.is_valid():
        words = form.cleaned_data["note"]
        done = form.carry_out(lambda: hide_post(by=request.actor, post=post, reason=words))
        if done is not None:
            return go(request, "posts:post", ref)
    return post_page(request, presence, post, form)


@open_to(Audience.MEMBERS, methods=("POST",))
def show(request: ActorRequest, ref: str) -> HttpResponse:
    """A hidden post is seen again."""
    _, post = access_post(request.actor, ref, to="hide")
    attempt(request, lambda: show_post(by=request.actor, post=post))
    return go(request, "posts:post", ref)
