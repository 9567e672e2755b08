"""The list of polls, and the trash."""

from django.http import HttpResponse
from django.utils.translation import pgettext

from opentwinning.core.addresses import reverse
from opentwinning.core.verdicts import Refused
from opentwinning.core.web import ActorRequest, Audience, open_to, page
from opentwinning.workspace.spaces.queries import access_space, space_context
from opentwinning.workspace.votes.policies import may_make_poll
from opentwinning.workspace.votes.queries import access_trashed_poll, polls_in, trash_of, vote_words
from opentwinning.workspace.votes.views.shown import about

TOOL = "votes:polls"


@open_to(Audience.MEMBERS, methods=("GET",))
def polls(request: ActorRequest, ref: str) -> HttpResponse:
    """What is asked now, and what was (pages 85, 87)."""
    presence = access_space(request.actor, ref)
    rows = [
        {
            **about(line.poll),
            "votes": vote_words(line.ballots),
            "has_voted": line.has_voted,
            "is_asked": line.is_asked,
        }
        for line in polls_in(presence)
    ]
    return page(
        request,
        "votes/polls.html",
        **space_context(presence, request),
        open_rows=[row for row in rows if not row["is_closed"]],
        closed_rows=[row for row in rows if row["is_closed"]],
        may_make=bool(may_make_poll(presence.member, presence.space)),
        undo=_undo(request),
    )


def _undo(request: ActorRequest) -> dict[str, str] | None:
    ref = request.GET.get("deleted", "")
    try:
        found = access_trashed_poll(request.actor, ref)[1] if ref else None
    except Refused:
        return None
    if found is None:
        return None
    text = pgettext("poll", "“%(title)s” is in the trash.") % {"title": found.title}
    return {"text": text, "action": reverse("votes:undelete", args=[ref])}


@open_to(Audience.MEMBERS, methods=("GET",))
def trash(request: ActorRequest, ref: str) -> HttpResponse:
    """Deleted polls the member may take back."""
    presence = access_space(request.actor, ref)
    frame = space_context(presence, request, tool=TOOL)
    return page(request, "votes/trash.html", **frame, polls=trash_of(presence)[:200])
