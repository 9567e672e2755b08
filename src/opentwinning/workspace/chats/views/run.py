"""The list of chats; making, changing, planning, closing and deleting one; its transcript."""

from secrets import token_hex

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import pgettext

from opentwinning.core.addresses import reverse
from opentwinning.core.components.formats import clock_time, moment_in_words
from opentwinning.core.verdicts import Refused, deny_unless
from opentwinning.core.web import ActorRequest, Audience, attempt, go, open_to, page
from opentwinning.workspace.chats import actions
from opentwinning.workspace.chats.forms import ChatForm, HoursForm, NowForm, RulesForm, rules_of
from opentwinning.workspace.chats.models import ChatHours
from opentwinning.workspace.chats.policies import may_make_chat, may_watch_chat
from opentwinning.workspace.chats.queries import (
    access_chat,
    access_hours,
    access_transcript,
    access_trashed_chat,
    chats_in,
    hours_of,
    transcript_of,
    trash_of,
)
from opentwinning.workspace.chats.views.rows import bar, row
from opentwinning.workspace.spaces.queries import access_space, space_context
from opentwinning.workspace.spaces.vocabulary import who_sees


@open_to(Audience.MEMBERS, methods=("GET",))
def chats(request: ActorRequest, ref: str) -> HttpResponse:
    """All chats of a space, open ones first."""
    presence = access_space(request.actor, ref)
    rows = [
        {
            "title": line.chat.title,
            "url": reverse("chats:chat", args=[line.chat.ref]),
            "bar": bar(presence, line.watch),
            "is_staff": line.chat.place == "staff_room",
            "waiting": line.waiting if presence.member.is_adult else 0,
        }
        for line in chats_in(presence)
    ]
    return page(
        request,
        "chats/chats.html",
        **space_context(presence, request),
        rows=rows,
        may_make=bool(may_make_chat(presence.member, presence.space)),
        undo=_undo(request),
    )


def _undo(request: ActorRequest) -> dict[str, str] | None:
    ref = request.GET.get("deleted", "")
    try:
        found = access_trashed_chat(request.actor, ref)[1] if ref else None
    except Refused:
        return None
    if found is None:
        return None
    text = pgettext("chat", "“%(title)s” is in the trash.") % {"title": found.title}
    return {"text": text, "action": reverse("chats:undelete", args=[ref])}


@open_to(Audience.MEMBERS)
def new(request: ActorRequest, ref: str) -> HttpResponse:
    """A teacher makes a chat."""
    presence = access_space(request.actor, ref, to_write=True)
    deny_unless(may_make_chat(presence.member, presence.space))
    form = ChatForm(request.POST or None, initial={"form_token": token_hex(12)})
    if form.is_valid():
        made = form.carry_out(
            lambda: actions.make_chat(by=request.actor, space=presence.space, **form.details())
        )
        if made is not None:
            return go(request, "chats:chat", made.ref)
    frame = space_context(presence, request, tool="chats:chats")
    back = reverse("chats:chats", args=[ref])
    return page(request, "chats/form.html", **frame, form=form, chat=None, back=back)


@open_to(Audience.MEMBERS)
def rules(request: ActorRequest, ref: str) -> HttpResponse:
    """Another name, other rules."""
    presence, found = access_chat(request.actor, ref, to="run")
    form = RulesForm(request.POST or None, initial=rules_of(found))
    if form.is_valid() and form.did(
        lambda: actions.change_chat(by=request.actor, chat=found, **form.details())
    ):
        return go(request, "chats:chat", ref)
    frame = space_context(presence, request, tool="chats:chats")
    back = reverse("chats:chat", args=[ref])
    return page(request, "chats/form.html", **frame, form=form, chat=found, back=back)


@open_to(Audience.MEMBERS, methods=("POST",))
def close(request: ActorRequest, ref: str) -> HttpResponse:
    """Close it, or open it again."""
    _, found = access_chat(request.actor, ref, to="watch")
    actions.close_chat(by=request.actor, chat=found, is_closed=not found.is_closed)
    return go(request, "chats:chat", ref)


@open_to(Audience.MEMBERS, methods=("POST",))
def open_now(request: ActorRequest, ref: str) -> HttpResponse:
    """Open it for some minutes from now on."""
    _, found = access_chat(request.actor, ref, to="watch")
    form = NowForm(request.POST)
    if form.is_valid():
        begins, ends = form.span()
        attempt(
            request,
            lambda: actions.plan_hours(
                by=request.actor, chat=found, begins_at=begins, ends_at=ends
            ),
        )
    return go(request, "chats:chat", ref)


@open_to(Audience.MEMBERS)
def hours(request: ActorRequest, ref: str) -> HttpResponse:
    """Hours at which the chat is open for pupils whoever is there."""
    presence, found = access_chat(request.actor, ref, to="watch")
    form = HoursForm(request.POST or None)
    if form.is_valid():
        begins, ends = form.span()
        done = form.carry_out(
            lambda: actions.plan_hours(by=request.actor, chat=found, begins_at=begins, ends_at=ends)
        )
        if done is not None:
            messages.success(request, pgettext("chat", "The hours are planned."))
            return go(request, "chats:hours", ref)
    rows = [
        {
            "when": _span(each),
            "by": each.by.shown_name,
            "url": reverse("chats:end", args=[each.ref]),
        }
        for each in hours_of(found)
    ]
    frame = space_context(presence, request, tool="chats:chats")
    return page(request, "chats/hours.html", **frame, form=form, chat=found, rows=rows)


def _span(each: ChatHours) -> str:
    ends = clock_time(timezone.localtime(each.ends_at))
    return f"{moment_in_words(each.begins_at)}–{ends}"


@open_to(Audience.MEMBERS, methods=("POST",))
def end(request: ActorRequest, ref: str) -> HttpResponse:
    """Planned hours do not take place, or end now."""
    _, found = access_hours(request.actor, ref)
    actions.end_hours(by=request.actor, hours=found)
    return go(request, "chats:hours", found.chat.ref)


@open_to(Audience.MEMBERS, methods=("POST",))
def delete(request: ActorRequest, ref: str) -> HttpResponse:
    """Into the trash; the list offers to undo."""
    presence, found = access_chat(request.actor, ref, to="run")
    actions.delete_chat(by=request.actor, chat=found)
    return redirect(f"{reverse('chats:chats', args=[presence.space.ref])}?deleted={ref}")


@open_to(Audience.MEMBERS, methods=("POST",))
def undelete(request: ActorRequest, ref: str) -> HttpResponse:
    """Out of the trash."""
    _, found = access_trashed_chat(request.actor, ref)
    actions.undelete_chat(by=request.actor, chat=found)
    messages.success(request, pgettext("chat", "The chat is back."))
    return go(request, "chats:chat", ref)


@open_to(Audience.MEMBERS, methods=("GET",))
def trash(request: ActorRequest, ref: str) -> HttpResponse:
    """Deleted chats the member may take back."""
    presence = access_space(request.actor, ref)
    frame = space_context(presence, request, tool="chats:chats")
    return page(request, "chats/trash.html", **frame, chats=trash_of(presence)[:200])


@open_to(Audience.MEMBERS, methods=("GET",))
def transcript(request: ActorRequest, ref: str) -> HttpResponse:
    """Everything that was said, for teachers; printed by the browser."""
    presence, found = access_transcript(request.actor, ref)
    return page(
        request,
        "chats/transcript.html",
        **space_context(presence, request, tool="chats:chats"),
        chat=found,
        rows=[row(presence, each) for each in transcript_of(found)],
        who=who_sees(found.place),
        may_watch=bool(may_watch_chat(presence.member, presence.space, found)),
    )


@open_to(Audience.MEMBERS, methods=("GET",))
def transcript_file(request: ActorRequest, ref: str) -> HttpResponse:
    """The same as plain text, a line for each message."""
    presence, found = access_transcript(request.actor, ref)
    lines = [found.title, ""]
    for each in transcript_of(found):
        shown = row(presence, each)
        when = timezone.localtime(each.created_at).strftime("%Y-%m-%d %H:%M")
        remark = f" [{shown['note']}]" if shown["note"] else ""
        words = " / ".join(each.text.splitlines())
        lines.append(f"{when} {shown['name']} ({each.author.country}): {words}{remark}")
    answer = HttpResponse("\n".join([*lines, ""]), content_type="text/plain; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="chat.txt"'
    answer["Cache-Control"] = "no-store"
    return answer
