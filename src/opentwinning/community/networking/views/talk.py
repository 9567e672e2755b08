"""Messages (page 48)."""

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
from opentwinning.community.networking.policies import may_write_to
from opentwinning.community.networking.queries import (
    access_conversation,
    contacts_of,
    conversations_of,
    thread_of,
)
from opentwinning.core.actor import Actor
from opentwinning.core.verdicts import deny_unless
from opentwinning.core.web import ActorRequest, Audience, go, open_to, page
from opentwinning.facilities.drafts.actions import discard_draft
from opentwinning.facilities.drafts.queries import typed
from opentwinning.people.educators.models import Educator
from opentwinning.people.educators.queries import access_educator


@open_to(Audience.VALIDATED, Audience.OFFICERS, methods=("GET",))
def messages(request: HttpRequest) -> HttpResponse:
    """One's conversations, newest first."""
    actor = cast("ActorRequest", request).actor
    return page(request, "networking/messages.html", lines=conversations_of(actor))


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
    form = BeginForm(request.POST or None, people=people, initial=initial)
    found = None
    if form.is_valid():
        words = {name: form.cleaned_data[name] for name in ("subject", "text")}
        found = form.carry_out(lambda: begin_conversation(by=actor, to=form.chosen(), **words))
    if found is not None:
        discard_draft(by=actor, key=key)
        return go(request, "networking:conversation", found.ref)
    return page(request, "networking/new_message.html", form=form, draft_key=key, people=people)


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
    form = MessageForm(request.POST or None, initial=typed(actor, key))
    if form.is_valid() and form.did(
        lambda: send_message(by=actor, conversation=found, text=form.cleaned_data["text"])
    ):
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
