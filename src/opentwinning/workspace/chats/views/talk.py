"""The chat itself: reading, what is new, saying something, being there (page 78)."""

from secrets import token_hex

from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect

from opentwinning.core.addresses import reverse
from opentwinning.core.verdicts import Refused
from opentwinning.core.web import ActorRequest, Audience, open_to, page
from opentwinning.workspace.chats import actions
from opentwinning.workspace.chats.forms import MessageForm, NowForm
from opentwinning.workspace.chats.models import Chat
from opentwinning.workspace.chats.policies import may_run_chat, may_say, may_watch_chat
from opentwinning.workspace.chats.queries import (
    access_chat,
    messages_before,
    news_after,
    watch_of,
)
from opentwinning.workspace.chats.views.rows import bar, bar_rendered, rendered, row
from opentwinning.workspace.chats.vocabulary import PAGE
from opentwinning.workspace.spaces.queries import Presence, space_context
from opentwinning.workspace.spaces.vocabulary import who_sees


@open_to(Audience.MEMBERS, methods=("GET",))
def chat(request: ActorRequest, ref: str) -> HttpResponse:
    """Read and write, while it is open (T-13)."""
    presence, found = access_chat(request.actor, ref)
    return _chat_page(request, presence, found, MessageForm(initial={"send_key": token_hex(12)}))


@open_to(Audience.MEMBERS, methods=("GET",))
def news(request: ActorRequest, ref: str) -> HttpResponse:
    """What changed since, for the page that looks by itself: messages to put in their place,
    numbers to take out, the bar."""
    presence, found = access_chat(request.actor, ref)
    watch = watch_of(found)
    after = request.GET.get("after", "")
    change = int(after) if after.isdigit() and len(after) < 16 else 0
    told = news_after(presence.member, found, watch.door, change=change)
    may = may_say(presence.member, presence.space, found, watch.door)
    answer = JsonResponse(
        {
            "last": told.last,
            "rows": [
                {"number": each.number, "html": rendered(presence, each)} for each in told.seen
            ],
            "gone": told.gone,
            "bar": bar_rendered(presence, watch),
            "may_write": bool(may),
            "may_read": bool(presence.member.is_adult or watch.door.is_open
                             or found.pupils_read_later),
        }
    )  # fmt: skip
    answer["Cache-Control"] = "no-store"
    return answer


@open_to(Audience.MEMBERS, methods=("POST",))
def say(request: ActorRequest, ref: str) -> HttpResponse:
    """Say something; what was typed comes back with the reason when it cannot be sent."""
    presence, found = access_chat(request.actor, ref)
    form = MessageForm(request.POST)
    is_script = request.headers.get("Accept") == "application/json"
    said = None
    try:
        if form.is_valid():
            said = form.carry_out(
                lambda: actions.say(by=request.actor, chat=found, **form.cleaned_data)
            )
    except Refused as refusal:
        if refusal.verdict.secret:
            raise
        form.add_error("text", str(refusal.verdict.reason))
    if said:
        done = JsonResponse({"number": said.number}, status=201)
        return done if is_script else redirect(f"{_address(found)}#end")
    if is_script:
        words = " ".join(str(each) for errors in form.errors.values() for each in errors)
        return JsonResponse({"error": words}, status=422)
    return _chat_page(request, presence, found, form)


@open_to(Audience.MEMBERS, methods=("POST",))
def here(request: ActorRequest, ref: str) -> HttpResponse:
    """The teacher's page says that it is open in front of her, or that she leaves."""
    _, found = access_chat(request.actor, ref, to="watch")
    if request.POST.get("away"):
        actions.go_away(by=request.actor, chat=found)
    else:
        actions.be_here(by=request.actor, chat=found)
    if request.headers.get("Accept") == "application/json":
        return HttpResponse(status=204)
    return redirect(_address(found))


def _address(found: Chat) -> str:
    return reverse("chats:chat", args=[found.ref])


def _chat_page(
    request: ActorRequest, presence: Presence, found: Chat, form: MessageForm
) -> HttpResponse:
    before = request.GET.get("before", "")
    is_older = before.isdigit() and len(before) < 10
    watch = watch_of(found)
    member, space = presence.member, presence.space
    messages = messages_before(member, found, watch.door, before=int(before) if is_older else None)
    shown = messages[-PAGE:]
    return page(
        request,
        "chats/chat.html",
        **space_context(presence, request, tool="chats:chats"),
        chat=found,
        bar=bar(presence, watch),
        rows=[row(presence, each) for each in shown],
        older=shown[0].number if len(messages) > PAGE else None,
        is_older=is_older,
        form=form,
        now_form=NowForm(),
        who=who_sees(found.place),
        may_say=may_say(member, space, found, watch.door),
        may_watch=bool(may_watch_chat(member, space, found)),
        may_run=bool(may_run_chat(member, space, found)),
    )
