"""Writing and reading messages (page 48)."""

from typing import cast

from django.contrib import messages as notes
from django.http import HttpRequest, HttpResponse
from django.utils.translation import pgettext

from opentwinning.community.networking.actions import (
    begin_conversation,
    leave_conversation,
    mark_conversation_read,
    send_message,
)
from opentwinning.community.networking.forms import BeginForm, MessageForm
from opentwinning.community.networking.models import Conversation, Message
from opentwinning.community.networking.policies import may_write_to
from opentwinning.community.networking.queries import (
    access_conversation,
    contacts_of,
    thread_of,
)
from opentwinning.community.networking.views.parcels import (
    count_conversation,
    count_message,
    sent_with_files,
)
from opentwinning.core.actor import Actor
from opentwinning.core.verdicts import deny_unless
from opentwinning.core.web import ActorRequest, Audience, go, open_to, page
from opentwinning.facilities.drafts.actions import discard_draft
from opentwinning.facilities.drafts.queries import typed
from opentwinning.people.educators.models import Educator
from opentwinning.people.educators.queries import access_educator


@open_to(Audience.VALIDATED, Audience.OFFICERS)
def new_message(request: HttpRequest) -> HttpResponse:
    """Begin a conversation with contacts; an officer with one educator of her country."""
    actor = cast("ActorRequest", request).actor
    wanted = request.GET.get("to", "")
    key = f"networking:message:{wanted or 'new'}"
    people = _people(actor, wanted)
    initial = {"to": [wanted] if wanted else [], **typed(actor, key)}
    if isinstance(initial["to"], str):
        initial["to"] = [initial["to"]]
    form = BeginForm(request.POST or None, request.FILES or None, people=people, initial=initial)
    if (begun := _begun(actor, form)) is not None:
        discard_draft(by=actor, key=key)
        return go(request, "networking:conversation", begun.ref)
    return page(
        request,
        "networking/new_message.html",
        form=form,
        draft_key=key,
        people=people,
        lost_files=bool(request.FILES),
    )


def _begun(actor: Actor, form: BeginForm) -> Conversation | None:
    if not form.is_valid() or not form.did(lambda: count_conversation(actor)):
        return None
    words = {name: form.cleaned_data[name] for name in ("subject", "text")}
    return sent_with_files(
        form,
        lambda files: begin_conversation(by=actor, to=form.chosen(), attachments=files, **words),
    )


def _people(actor: Actor, wanted: str) -> list[Educator]:
    people = contacts_of(actor)
    if wanted and all(each.ref != wanted for each in people):
        educator = access_educator(actor, wanted, to="see")
        deny_unless(may_write_to(actor, educator))
        people.append(educator)
    return people


@open_to(Audience.VALIDATED, Audience.OFFICERS)
def conversation(request: HttpRequest, ref: str) -> HttpResponse:
    """Read; POST writes the next message."""
    actor = cast("ActorRequest", request).actor
    found = access_conversation(actor, ref)
    key = f"networking:conversation:{ref}"
    form = MessageForm(request.POST or None, request.FILES or None, initial=typed(actor, key))
    if _sent(actor, found, form) is not None:
        discard_draft(by=actor, key=key)
        return go(request, "networking:conversation", ref, anchor="last")
    wanted = request.GET.get("before", "")
    before = int(wanted) if wanted.isdigit() and len(wanted) < 10 else None
    thread = thread_of(actor, found, before=before)
    return page(
        request,
        "networking/conversation.html",
        form=form,
        thread=thread,
        others=[p for p in thread.people if p.account.pk != actor.account_id],
        draft_key=key,
        is_latest=before is None,
        lost_files=bool(request.FILES),
    )


def _sent(actor: Actor, conversation: Conversation, form: MessageForm) -> Message | None:
    if not form.is_valid() or not form.did(lambda: count_message(actor)):
        return None
    text = form.cleaned_data["text"]
    return sent_with_files(
        form,
        lambda files: send_message(
            by=actor, conversation=conversation, text=text, attachments=files
        ),
    )


@open_to(Audience.VALIDATED, Audience.OFFICERS, methods=("POST",))
def read(request: HttpRequest, ref: str) -> HttpResponse:
    """Everything here is read; sent by the page itself where script runs."""
    actor = cast("ActorRequest", request).actor
    mark_conversation_read(by=actor, conversation=access_conversation(actor, ref))
    if request.headers.get("HX-Request"):
        return HttpResponse(status=204)
    return go(request, "networking:conversation", ref, anchor="last")


@open_to(Audience.VALIDATED, Audience.OFFICERS, methods=("POST",))
def leave(request: HttpRequest, ref: str) -> HttpResponse:
    """No more messages of this conversation."""
    actor = cast("ActorRequest", request).actor
    leave_conversation(by=actor, conversation=access_conversation(actor, ref))
    notes.success(request, pgettext("messages", "You have left the conversation."))
    return go(request, "networking:messages")
