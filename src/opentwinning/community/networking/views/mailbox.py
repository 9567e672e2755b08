"""The mailbox: conversations, the archive, searching, and files of messages (L-07, L-08)."""

from typing import Any, cast

from django.contrib import messages as notes
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import pgettext

from opentwinning.community.networking import actions
from opentwinning.community.networking.queries import (
    access_attachment,
    access_conversation,
    conversations_of,
    found_messages,
)
from opentwinning.community.networking.vocabulary import PAGE
from opentwinning.core import cursors
from opentwinning.core.addresses import reverse
from opentwinning.core.text import clean_line
from opentwinning.core.web import ActorRequest, Audience, go, open_to, page
from opentwinning.workspace.files.adapters import disk
from opentwinning.workspace.files.adapters.handing_out import small_picture, whole_content

LONGEST_SEARCH = 80


@open_to(Audience.VALIDATED, Audience.OFFICERS, methods=("GET",))
def messages(request: HttpRequest) -> HttpResponse:
    """One's conversations, newest first; ``?box=archive`` those put aside."""
    archived = request.GET.get("box") == "archive"
    after = cursors.read(request.GET.get("after", ""))
    actor = cast("ActorRequest", request).actor
    lines, following = conversations_of(actor, archived=archived, after=after)
    return page(
        request,
        "networking/messages.html",
        lines=lines,
        is_archive=archived,
        next_after=cursors.written(following),
        step=PAGE,
        tabs=_tabs(archived=archived),
    )


def _tabs(*, archived: bool | None) -> list[dict[str, Any]]:
    home = reverse("networking:messages")
    return [
        {"label": pgettext("messages", "Inbox"), "url": home, "current": archived is False},
        {
            "label": pgettext("messages", "Archive"),
            "url": f"{home}?box=archive",
            "current": archived is True,
        },
    ]


@open_to(Audience.VALIDATED, Audience.OFFICERS, methods=("GET",))
def search(request: HttpRequest) -> HttpResponse:
    """Words in the messages one may read, whatever their accents."""
    words = clean_line(request.GET.get("q", ""))[:LONGEST_SEARCH]
    return page(
        request,
        "networking/found_messages.html",
        words=words,
        found=found_messages(cast("ActorRequest", request).actor, words),
        tabs=_tabs(archived=None),
    )


@open_to(Audience.VALIDATED, Audience.OFFICERS, methods=("POST",))
def archive(request: HttpRequest, ref: str) -> HttpResponse:
    """Put a conversation aside, or take it back with ``back``."""
    actor = cast("ActorRequest", request).actor
    conversation = access_conversation(actor, ref)
    if request.POST.get("back"):
        actions.unarchive_conversation(by=actor, conversation=conversation)
        notes.success(request, pgettext("messages", "The conversation is in your inbox again."))
        return go(request, "networking:conversation", ref)
    actions.archive_conversation(by=actor, conversation=conversation)
    notes.success(
        request, pgettext("messages", "Archived. It comes back when somebody writes again.")
    )
    return go(request, "networking:messages")


@open_to(Audience.VALIDATED, Audience.OFFICERS, methods=("GET",))
def attachment(request: HttpRequest, ref: str) -> HttpResponseBase:
    """The file itself, or with ``?size=small`` its small picture; ``?download=1`` saves it."""
    file = access_attachment(cast("ActorRequest", request).actor, ref)
    if request.GET.get("size") != "small":
        return whole_content(
            request,
            disk.path_of(file.stored_name),
            name=file.name,
            kind=file.kind,
            media_type=file.media_type,
            sha256=file.sha256,
        )
    if not file.thumb_name:
        raise Http404
    return small_picture(request, disk.path_of(file.thumb_name), sha256=file.sha256)


@open_to(Audience.VALIDATED, Audience.OFFICERS, methods=("POST",))
def remove_attachment(request: HttpRequest, ref: str) -> HttpResponse:
    """Take back a file one sent: the row first, the contents after the commit."""
    actor = cast("ActorRequest", request).actor
    file = access_attachment(actor, ref, to="remove")
    conversation = file.message.conversation.ref
    contents = actions.remove_attachment(by=actor, attachment=file)
    transaction.on_commit(lambda: disk.remove(*contents))
    notes.success(request, pgettext("messages", "The file is removed."))
    return go(request, "networking:conversation", conversation)
