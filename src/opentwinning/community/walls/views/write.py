"""Writing on one's own wall, changing, deleting, taking back."""

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import pgettext, pgettext_lazy

from opentwinning.community.networking.queries import is_newcomer
from opentwinning.community.walls.actions import (
    delete_post,
    edit_post,
    undelete_post,
    write_post,
)
from opentwinning.community.walls.forms import PostForm
from opentwinning.community.walls.models import WallPost
from opentwinning.community.walls.queries import access_post
from opentwinning.community.walls.vocabulary import LIMITS, NEWCOMER_LIMITS
from opentwinning.core.actor import Actor
from opentwinning.core.verdicts import Invalid
from opentwinning.core.web import ActorRequest, Audience, go, open_to, page
from opentwinning.facilities.drafts.actions import discard_draft
from opentwinning.facilities.drafts.queries import typed
from opentwinning.facilities.limits.actions import within_limits
from opentwinning.people.educators.queries import educator_of

DRAFT = "walls:post"
ENOUGH = pgettext_lazy(
    "walls", "You have written many posts today. Your text is kept: send it tomorrow."
)


@open_to(Audience.VALIDATED)
def new(request: HttpRequest) -> HttpResponse:
    """A new post; autosaved."""
    actor = cast("ActorRequest", request).actor
    initial = {"language": actor.language, **typed(actor, DRAFT)}
    form = PostForm(request.POST or None, initial=initial)
    made = form.carry_out(lambda: _write(actor, form)) if form.is_valid() else None
    if made is not None:
        discard_draft(by=actor, key=DRAFT)
        messages.success(request, pgettext("walls", "Your post is published."))
        return go(request, "walls:post", made.ref)
    return page(request, "walls/write.html", form=form, draft_key=DRAFT, owner=educator_of(actor))


def _write(actor: Actor, form: PostForm) -> WallPost:
    me = educator_of(actor)
    limits = NEWCOMER_LIMITS if me is not None and is_newcomer(me) else LIMITS
    if not within_limits("walls.write", actor.key, limits):
        raise Invalid(ENOUGH)
    return write_post(by=actor, **form.details())


@open_to(Audience.VALIDATED)
def edit(request: HttpRequest, ref: str) -> HttpResponse:
    """Change one's own post."""
    actor = cast("ActorRequest", request).actor
    found = access_post(actor, ref, to="edit")
    key = f"{DRAFT}:{ref}"
    form = PostForm(request.POST or None, initial=typed(actor, key) or PostForm.stored(found))
    if form.is_valid() and form.did(lambda: edit_post(by=actor, post=found, **form.details())):
        discard_draft(by=actor, key=key)
        messages.success(request, pgettext("walls", "Your post is changed."))
        return go(request, "walls:post", ref)
    return page(
        request, "walls/write.html", form=form, draft_key=key, post=found, owner=found.author
    )


@open_to(Audience.VALIDATED, methods=("POST",))
def delete(request: HttpRequest, ref: str) -> HttpResponse:
    """Into the trash."""
    actor = cast("ActorRequest", request).actor
    found = access_post(actor, ref, to="delete")
    delete_post(by=actor, post=found)
    done = pgettext("walls", "Your post is deleted. You can take it back for 30 days.")
    messages.success(request, done)
    return go(request, "walls:trash")


@open_to(Audience.VALIDATED, methods=("POST",))
def undelete(request: HttpRequest, ref: str) -> HttpResponse:
    """Out of the trash."""
    actor = cast("ActorRequest", request).actor
    found = access_post(actor, ref, to="delete")
    undelete_post(by=actor, post=found)
    messages.success(request, pgettext("walls", "Your post is on your wall again."))
    return go(request, "walls:post", ref)
