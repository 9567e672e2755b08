"""Changing and deleting a reply."""

from django.http import HttpResponse
from django.shortcuts import redirect

from opentwinning.core.addresses import reverse
from opentwinning.core.web import ActorRequest, Audience, attempt, go, open_to, page
from opentwinning.facilities.drafts.actions import discard_draft
from opentwinning.facilities.drafts.queries import typed
from opentwinning.workspace.forums.actions import delete_reply as delete_reply_action
from opentwinning.workspace.forums.actions import edit_reply
from opentwinning.workspace.forums.actions import undelete_reply as undelete_action
from opentwinning.workspace.forums.forms import ReplyForm
from opentwinning.workspace.forums.queries import access_deleted_reply, access_reply
from opentwinning.workspace.spaces.queries import space_context
from opentwinning.workspace.spaces.vocabulary import who_sees


@open_to(Audience.MEMBERS)
def edit(request: ActorRequest, ref: str) -> HttpResponse:
    """Change one's own words."""
    presence, found = access_reply(request.actor, ref, to="edit")
    key = f"forums:edit:{ref}"
    begun = typed(request.actor, key) if request.method == "GET" else {}
    form = ReplyForm(request.POST or None, initial={"text": found.text, **begun})
    if form.is_valid():
        words = form.cleaned_data["text"]
        done = form.carry_out(lambda: edit_reply(by=request.actor, reply=found, text=words))
        if done is not None:
            discard_draft(by=request.actor, key=key)
            return redirect(_address(found.thread.ref, found.number, ref))
    return page(
        request,
        "forums/reply_edit.html",
        **space_context(presence, request, tool="forums:talk"),
        reply=found,
        thread=found.thread,
        form=form,
        draft_key=key,
        who=who_sees(found.thread.place),
        preview_url=reverse("files:preview", args=[presence.space.ref]),
        images_url=reverse("files:pictures", args=[presence.space.ref]),
    )


def _address(thread: str, number: int, ref: str) -> str:
    return f"{reverse('forums:thread', args=[thread])}?after={max(0, number - 10)}#{ref}"


@open_to(Audience.MEMBERS, methods=("POST",))
def delete_reply(request: ActorRequest, ref: str) -> HttpResponse:
    """Take it out; the thread offers to undo."""
    _, found = access_reply(request.actor, ref, to="delete")
    if not attempt(request, lambda: delete_reply_action(by=request.actor, reply=found)):
        return go(request, "forums:thread", found.thread.ref)
    after = max(0, found.number - 10)
    address = reverse("forums:thread", args=[found.thread.ref])
    return redirect(f"{address}?after={after}&deleted={ref}")


@open_to(Audience.MEMBERS, methods=("POST",))
def undelete_reply(request: ActorRequest, ref: str) -> HttpResponse:
    """Put it back where it stood."""
    _, found = access_deleted_reply(request.actor, ref)
    undelete_action(by=request.actor, reply=found)
    return redirect(_address(found.thread.ref, found.number, ref))
