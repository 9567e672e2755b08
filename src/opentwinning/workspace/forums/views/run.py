"""Closing, renaming, deleting threads."""

from django.http import HttpResponse
from django.shortcuts import redirect

from opentwinning.core.addresses import reverse
from opentwinning.core.web import ActorRequest, Audience, go, open_to, page
from opentwinning.workspace.forums.actions import (
    close_thread,
    delete_thread,
    rename_thread,
    undelete_thread,
)
from opentwinning.workspace.forums.forms import TitleForm
from opentwinning.workspace.forums.queries import (
    access_thread,
    access_trashed_thread,
    trash_of,
)
from opentwinning.workspace.spaces.queries import access_space, space_context


@open_to(Audience.MEMBERS, methods=("POST",))
def close(request: ActorRequest, ref: str) -> HttpResponse:
    """No replies any more, or again."""
    _, found = access_thread(request.actor, ref, to="run")
    close_thread(by=request.actor, thread=found, is_closed=not found.is_closed)
    return go(request, "forums:thread", ref)


@open_to(Audience.MEMBERS)
def rename(request: ActorRequest, ref: str) -> HttpResponse:
    """A better title."""
    presence, found = access_thread(request.actor, ref, to="run")
    form = TitleForm(request.POST or None, initial={"title": found.title})
    if form.is_valid():
        title = form.cleaned_data["title"]
        done = form.carry_out(lambda: rename_thread(by=request.actor, thread=found, title=title))
        if done is not None:
            return go(request, "forums:thread", ref)
    return page(
        request,
        "forums/thread_rename.html",
        **space_context(presence, request, tool="forums:talk"),
        thread=found,
        form=form,
    )


@open_to(Audience.MEMBERS, methods=("POST",))
def delete(request: ActorRequest, ref: str) -> HttpResponse:
    """The whole thread into the trash; the list offers to undo."""
    presence, found = access_thread(request.actor, ref, to="run")
    delete_thread(by=request.actor, thread=found)
    return redirect(f"{reverse('forums:talk', args=[presence.space.ref])}?deleted={ref}")


@open_to(Audience.MEMBERS, methods=("POST",))
def undelete(request: ActorRequest, ref: str) -> HttpResponse:
    """Take it back."""
    _, found = access_trashed_thread(request.actor, ref)
    undelete_thread(by=request.actor, thread=found)
    return go(request, "forums:thread", ref)


@open_to(Audience.MEMBERS, methods=("GET",))
def trash(request: ActorRequest, ref: str) -> HttpResponse:
    """Deleted threads the member may take back."""
    presence = access_space(request.actor, ref)
    return page(
        request,
        "forums/trash.html",
        **space_context(presence, request, tool="forums:talk"),
        threads=list(trash_of(presence)[:200]),
    )
