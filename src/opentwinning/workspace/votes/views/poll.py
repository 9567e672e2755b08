"""One poll: voting, numbers, closing, planning what was chosen."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import pgettext

from opentwinning.core.addresses import reverse
from opentwinning.core.web import ActorRequest, Audience, attempt, go, open_to, page
from opentwinning.workspace.calendar.queries import zones_of
from opentwinning.workspace.spaces.queries import frame_of, space_context
from opentwinning.workspace.votes import actions
from opentwinning.workspace.votes.forms import VoteForm
from opentwinning.workspace.votes.policies import may_run_poll, may_see_numbers, may_vote
from opentwinning.workspace.votes.queries import (
    access_poll,
    access_trashed_poll,
    choices_of,
    clocks_of,
    my_ballot,
    my_picks,
    numbers_of,
    vote_words,
    words_of,
)
from opentwinning.workspace.votes.views.lists import TOOL
from opentwinning.workspace.votes.views.shown import about, results


@open_to(Audience.MEMBERS)
def poll(request: ActorRequest, ref: str) -> HttpResponse:
    """The question; a vote; the numbers when they are shown."""
    presence, found = access_poll(request.actor, ref)
    member, space = presence.member, presence.space
    verdict = may_vote(member, space, found)
    is_sent = request.method == "POST" and bool(verdict)
    choices = choices_of(found)
    zones = zones_of(frame_of(space).countries) if found.is_time else {}
    ballot = my_ballot(found, member)
    mine = my_picks(ballot)
    words = {each.ref: _full(words_of(each), clocks_of(each, zones)) for each in choices}
    form = VoteForm(
        request.POST if is_sent else None,
        poll=found,
        choices=choices,
        words=words,
        mine=mine if ballot else {},
    )
    if form.is_valid() and form.did(
        lambda: actions.vote(by=request.actor, poll=found, answers=form.answers())
    ):
        messages.success(request, pgettext("poll", "Your vote counts."))
        return go(request, "votes:poll", ref)
    numbers = numbers_of(found)
    voted = ballot is not None
    sees = may_see_numbers(member, found, has_voted=voted, ballots=numbers.ballots)
    return page(
        request,
        "votes/poll.html",
        **space_context(presence, request, tool=TOOL),
        about=about(found),
        poll=found,
        form=form,
        may_vote=verdict,
        came_too_late=request.method == "POST" and not verdict,
        has_voted=voted,
        voted_by=ballot.member.shown_name if ballot is not None and ballot.school else "",
        mine=[words_of(each) for each in choices if each.ref in mine],
        sees=sees,
        rows=results(numbers, zones) if sees else [],
        votes=vote_words(numbers.ballots),
        may_run=bool(may_run_poll(member, space, found)),
        event_url=reverse("calendar:event", args=[found.event_ref]) if found.event_ref else "",
    )


def _full(words: str, clocks: str) -> str:
    return f"{words} ({clocks})" if clocks else words


@open_to(Audience.MEMBERS, methods=("POST",))
def close(request: ActorRequest, ref: str) -> HttpResponse:
    """Nobody votes any more."""
    _, found = access_poll(request.actor, ref, to="run")
    actions.close_poll(by=request.actor, poll=found)
    return go(request, "votes:poll", ref)


@open_to(Audience.MEMBERS, methods=("POST",))
def open_again(request: ActorRequest, ref: str) -> HttpResponse:
    """Votes are taken again."""
    _, found = access_poll(request.actor, ref, to="run")
    actions.open_poll_again(by=request.actor, poll=found)
    return go(request, "votes:poll", ref)


@open_to(Audience.MEMBERS, methods=("POST",))
def plan(request: ActorRequest, ref: str, choice: str) -> HttpResponse:
    """The event at one of the times."""
    _, found = access_poll(request.actor, ref, to="run")
    if attempt(
        request,
        lambda: actions.plan_chosen_time(by=request.actor, poll=found, choice_ref=choice),
    ):
        messages.success(request, pgettext("poll", "It is in the calendar. The others are told."))
    return go(request, "votes:poll", ref)


@open_to(Audience.MEMBERS, methods=("POST",))
def delete(request: ActorRequest, ref: str) -> HttpResponse:
    """Into the trash; the list offers to undo."""
    presence, found = access_poll(request.actor, ref, to="run")
    actions.delete_poll(by=request.actor, poll=found)
    return redirect(f"{reverse(TOOL, args=[presence.space.ref])}?deleted={ref}")


@open_to(Audience.MEMBERS, methods=("POST",))
def undelete(request: ActorRequest, ref: str) -> HttpResponse:
    """Out of the trash."""
    _, found = access_trashed_poll(request.actor, ref)
    actions.undelete_poll(by=request.actor, poll=found)
    messages.success(request, pgettext("poll", "The poll is back."))
    return go(request, "votes:poll", ref)
