"""What teachers decide about messages, and what authors take back."""

from django.http import HttpResponse
from django.shortcuts import redirect

from opentwinning.core.addresses import reverse
from opentwinning.core.web import ActorRequest, Audience, attempt, open_to, page
from opentwinning.workspace.chats import actions
from opentwinning.workspace.chats.forms import HideForm
from opentwinning.workspace.chats.models import ChatMessage
from opentwinning.workspace.chats.queries import access_message
from opentwinning.workspace.spaces.queries import space_context


def _back(message: ChatMessage) -> HttpResponse:
    """To the message where it stands."""
    address = reverse("chats:chat", args=[message.chat.ref])
    return redirect(f"{address}#{message.ref}")


def _judge(request: ActorRequest, ref: str, *, lets_through: bool) -> HttpResponse:
    _, found = access_message(request.actor, ref, to="judge")
    attempt(
        request,
        lambda: actions.judge_message(by=request.actor, message=found, lets_through=lets_through),
    )
    return _back(found)


@open_to(Audience.MEMBERS, methods=("POST",))
def let(request: ActorRequest, ref: str) -> HttpResponse:
    """Everybody may see it."""
    return _judge(request, ref, lets_through=True)


@open_to(Audience.MEMBERS, methods=("POST",))
def refuse(request: ActorRequest, ref: str) -> HttpResponse:
    """Only its author and teachers see it."""
    return _judge(request, ref, lets_through=False)


@open_to(Audience.MEMBERS, methods=("POST",))
def withdraw(request: ActorRequest, ref: str) -> HttpResponse:
    """Take one's own words back."""
    _, found = access_message(request.actor, ref, to="withdraw")
    actions.withdraw_message(by=request.actor, message=found)
    return _back(found)


@open_to(Audience.MEMBERS)
def hide(request: ActorRequest, ref: str) -> HttpResponse:
    """Say why, then hide."""
    presence, found = access_message(request.actor, ref, to="hide")
    form = HideForm(request.POST or None)
    if form.is_valid():
        words = form.cleaned_data["reason"]
        done = form.carry_out(
            lambda: actions.hide_message(by=request.actor, message=found, reason=words)
        )
        if done is not None:
            return _back(found)
    frame = space_context(presence, request, tool="chats:chats")
    return page(request, "chats/hide.html", **frame, message=found, chat=found.chat, form=form)


@open_to(Audience.MEMBERS, methods=("POST",))
def show(request: ActorRequest, ref: str) -> HttpResponse:
    """Seen again by everybody in the chat."""
    _, found = access_message(request.actor, ref, to="hide")
    actions.show_message(by=request.actor, message=found)
    return _back(found)
