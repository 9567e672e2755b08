"""Settling, hiding, showing, deleting and taking back."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import pgettext

from opentwinning.core.web import ActorRequest, Audience, go, open_to, page
from opentwinning.workspace.remarks import actions
from opentwinning.workspace.remarks.forms import HideForm
from opentwinning.workspace.remarks.queries import access_deleted_remark, access_remark
from opentwinning.workspace.spaces.queries import space_context


@open_to(Audience.MEMBERS, methods=("POST",))
def settle(request: ActorRequest, ref: str) -> HttpResponse:
    """It is done, or is not."""
    thing, found = access_remark(request.actor, ref, to="settle")
    actions.settle_remark(by=request.actor, remark=found, is_settled=found.settled_at is None)
    return redirect(f"{thing.url}#{ref}")


@open_to(Audience.MEMBERS)
def hide(request: ActorRequest, ref: str) -> HttpResponse:
    """Say why, then hide."""
    thing, found = access_remark(request.actor, ref, to="hide")
    form = HideForm(request.POST or None)
    if form.is_valid() and form.did(
        lambda: actions.hide_remark(
            by=request.actor, remark=found, reason=form.cleaned_data["reason"]
        )
    ):
        return redirect(f"{thing.url}#{ref}")
    return page(
        request,
        "remarks/hide.html",
        **space_context(thing.presence, request, tool=thing.tool),
        form=form,
        thing=thing,
        remark=found,
    )


@open_to(Audience.MEMBERS, methods=("POST",))
def show(request: ActorRequest, ref: str) -> HttpResponse:
    """Seen again by everybody."""
    thing, found = access_remark(request.actor, ref, to="hide")
    actions.show_remark(by=request.actor, remark=found)
    return redirect(f"{thing.url}#{ref}")


@open_to(Audience.MEMBERS, methods=("POST",))
def delete(request: ActorRequest, ref: str) -> HttpResponse:
    """Take it out; the page of the thing offers to undo."""
    _, found = access_remark(request.actor, ref, to="delete")
    actions.delete_remark(by=request.actor, remark=found)
    return go(request, "remarks:undelete", ref)


@open_to(Audience.MEMBERS)
def undelete(request: ActorRequest, ref: str) -> HttpResponse:
    """The page after deleting, and putting it back."""
    thing, found = access_deleted_remark(request.actor, ref)
    if request.method == "POST":
        actions.undelete_remark(by=request.actor, remark=found)
        messages.success(request, pgettext("remark", "The comment is back."))
        return redirect(f"{thing.url}#{ref}")
    frame = space_context(thing.presence, request, tool=thing.tool)
    return page(request, "remarks/deleted.html", **frame, thing=thing, remark=found)
