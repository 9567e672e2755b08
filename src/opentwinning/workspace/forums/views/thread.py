"""One thread: fifty replies a page, the line of the last visit, the reply at the end."""

from secrets import token_hex

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import pgettext

from opentwinning.core.addresses import reverse
from opentwinning.core.verdicts import Refused
from opentwinning.core.web import ActorRequest, Audience, open_to, page
from opentwinning.facilities.drafts.actions import discard_draft
from opentwinning.facilities.drafts.queries import typed
from opentwinning.workspace.forums.actions import add_reply, mark_read
from opentwinning.workspace.forums.forms import ReplyForm
from opentwinning.workspace.forums.models import Reply, Thread
from opentwinning.workspace.forums.policies import may_reply, may_run_thread
from opentwinning.workspace.forums.queries import (
    access_deleted_reply,
    access_thread,
    read_number,
    replies_in,
)
from opentwinning.workspace.forums.views.rows import Rows
from opentwinning.workspace.forums.vocabulary import REPLIES_PER_PAGE
from opentwinning.workspace.spaces.queries import Presence, space_context
from opentwinning.workspace.spaces.vocabulary import who_sees


@open_to(Audience.MEMBERS, methods=("GET",))
def thread(request: ActorRequest, ref: str) -> HttpResponse:
    """Read the thread (page 77)."""
    presence, found = access_thread(request.actor, ref)
    begun = typed(request.actor, _key(found))
    form = ReplyForm(initial={**begun, "form_token": token_hex(12)})
    return _thread_page(request, presence, found, form)


@open_to(Audience.MEMBERS, methods=("POST",))
def reply(request: ActorRequest, ref: str) -> HttpResponse:
    """Add a reply; an empty one shows the thread again with what was typed."""
    presence, found = access_thread(request.actor, ref, to="reply")
    form = ReplyForm(request.POST)
    if form.is_valid():
        made = form.carry_out(lambda: add_reply(by=request.actor, thread=found, **form.details()))
        if made is not None:
            discard_draft(by=request.actor, key=_key(found))
            return redirect(_address_of(made, ref))
    return _thread_page(request, presence, found, form)


def _key(found: Thread) -> str:
    return f"forums:reply:{found.ref}"


def _address_of(made: Reply, ref: str) -> str:
    """The page of the thread on which a reply stands."""
    after = (made.number - 1) // REPLIES_PER_PAGE * REPLIES_PER_PAGE
    query = f"?after={after}" if after else ""
    return f"{reverse('forums:thread', args=[ref])}{query}#{made.ref}"


@open_to(Audience.MEMBERS, methods=("POST",))
def seen(request: ActorRequest, ref: str) -> HttpResponse:
    """The member has read up to a number; sent by the page itself, or by the button."""
    _, found = access_thread(request.actor, ref)
    number = request.POST.get("number", "")
    mark_read(by=request.actor, thread=found, number=int(number) if number.isdigit() else 0)
    if request.headers.get("Accept") == "application/json":
        return HttpResponse(status=204)
    return redirect(reverse("forums:talk", args=[found.space.ref]))


def _thread_page(
    request: ActorRequest, presence: Presence, found: Thread, form: ReplyForm
) -> HttpResponse:
    after = request.GET.get("after", "")
    start = int(after) if after.isdigit() else 0
    replies = replies_in(presence, found, after=start)
    has_more = len(replies) > REPLIES_PER_PAGE
    replies = replies[:REPLIES_PER_PAGE]
    last = replies[-1].number if replies else start
    quoted = request.GET.get("quote", "")
    if quoted and not form.is_bound:
        form.initial["text"] = _quotation(replies, quoted, str(form.initial.get("text", "")))
    read = read_number(presence, found)
    verdict = may_reply(presence.member, presence.space, found)
    rows = Rows(presence, start=start, may_reply=bool(verdict), read=read)
    return page(
        request,
        "forums/thread.html",
        **space_context(presence, request, tool="forums:talk"),
        thread=found,
        rows=list(rows.of(replies)),
        form=form,
        start=start,
        last=last,
        before=max(0, start - REPLIES_PER_PAGE),
        has_more=has_more,
        is_unread=read is None or read < last,
        who=who_sees(found.place),
        draft_key=_key(found),
        may_reply=verdict,
        may_run=bool(may_run_thread(presence.member, presence.space, found)),
        preview_url=reverse("files:preview", args=[presence.space.ref]),
        images_url=reverse("files:pictures", args=[presence.space.ref]),
        undo=_undo(request),
    )


def _quotation(replies: list[Reply], ref: str, text: str) -> str:
    """The words of a reply on this page with quotation marks before each line."""
    found = next((r for r in replies if r.ref == ref and r.hidden_at is None), None)
    if found is None:
        return text
    lines = "\n".join(f"> {line}" for line in found.text.splitlines())
    return f"{text}\n\n{lines}\n\n".lstrip("\n")


def _undo(request: ActorRequest) -> dict[str, str] | None:
    ref = request.GET.get("deleted", "")
    if not ref:
        return None
    try:
        access_deleted_reply(request.actor, ref)
    except Refused:
        return None
    action = reverse("forums:undelete_reply", args=[ref])
    return {"text": pgettext("forum", "The reply is deleted."), "action": action}
