"""Hiding a reply with a reason, and showing it again."""

from django.http import HttpResponse
from django.shortcuts import redirect

from opentwinning.core import richtext
from opentwinning.core.addresses import reverse
from opentwinning.core.web import ActorRequest, Audience, open_to, page
from opentwinning.workspace.forums.actions import hide_reply, show_reply
from opentwinning.workspace.forums.forms import HideForm
from opentwinning.workspace.forums.models import Reply
from opentwinning.workspace.forums.queries import access_reply
from opentwinning.workspace.spaces.queries import space_context


@open_to(Audience.MEMBERS)
def hide(request: ActorRequest, ref: str) -> HttpResponse:
    """Say why, then hide."""
    presence, found = access_reply(request.actor, ref, to="hide")
    form = HideForm(request.POST or None)
    if form.is_valid():
        words = form.cleaned_data["reason"]
        done = form.carry_out(lambda: hide_reply(by=request.actor, reply=found, reason=words))
        if done is not None:
            return redirect(_address(found))
    return page(
        request,
        "forums/reply_hide.html",
        **space_context(presence, request, tool="forums:talk"),
        reply=found,
        thread=found.thread,
        html=richtext.rendered(found.text),
        form=form,
    )


@open_to(Audience.MEMBERS, methods=("POST",))
def show(request: ActorRequest, ref: str) -> HttpResponse:
    """Seen again by everybody."""
    _, found = access_reply(request.actor, ref, to="hide")
    show_reply(by=request.actor, reply=found)
    return redirect(_address(found))


def _address(found: Reply) -> str:
    address = reverse("forums:thread", args=[found.thread.ref])
    return f"{address}?after={max(0, found.number - 10)}#{found.ref}"
