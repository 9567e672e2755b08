"""Asking a question, looking for a time, changing what is asked."""

from secrets import token_hex
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import pgettext

from opentwinning.core.addresses import reverse
from opentwinning.core.components.formats import day_in_words
from opentwinning.core.verdicts import Conflict, deny_unless
from opentwinning.core.web import ActorRequest, Audience, go, open_to, page
from opentwinning.facilities.drafts.actions import discard_draft
from opentwinning.facilities.drafts.queries import typed
from opentwinning.workspace.calendar.queries import holidays_between
from opentwinning.workspace.spaces.queries import Presence, access_space, space_context
from opentwinning.workspace.votes import actions
from opentwinning.workspace.votes.forms import QuestionForm, TimesForm, week_of, written
from opentwinning.workspace.votes.models import Poll
from opentwinning.workspace.votes.policies import may_make_poll
from opentwinning.workspace.votes.queries import access_poll, choices_of
from opentwinning.workspace.votes.views.lists import TOOL


@open_to(Audience.MEMBERS)
def new(request: ActorRequest, ref: str) -> HttpResponse:
    """A teacher asks (page 87)."""
    presence = access_space(request.actor, ref, to_write=True)
    deny_unless(may_make_poll(presence.member, presence.space))
    key = f"votes:new:{ref}"
    begun = typed(request.actor, key) if request.method == "GET" else {}
    form = QuestionForm(request.POST or None, initial={**begun, "form_token": token_hex(12)})
    if form.is_valid():
        made = form.carry_out(
            lambda: actions.ask_question(
                by=request.actor,
                space=presence.space,
                question=form.question(),
                form_token=form.cleaned_data["form_token"],
            )
        )
        if made is not None:
            discard_draft(by=request.actor, key=key)
            return go(request, "votes:poll", made.ref)
    return _composer(request, presence, form, key)


@open_to(Audience.MEMBERS)
def edit(request: ActorRequest, ref: str) -> HttpResponse:
    """Other words, another end; other choices while nobody voted."""
    presence, poll = access_poll(request.actor, ref, to="run")
    key = f"votes:edit:{ref}"
    begun = typed(request.actor, key) if request.method == "GET" else {}
    texts = [each.text for each in choices_of(poll)]
    form = QuestionForm(request.POST or None, initial={**written(poll, texts), **begun})
    if poll.is_time:
        for name in ("choices", "takes_many", "shows_names", "voice"):
            form.fields[name].required = False
    if form.is_valid() and _changed(request, poll, form):
        discard_draft(by=request.actor, key=key)
        return go(request, "votes:poll", ref)
    return _composer(request, presence, form, key, poll)


def _changed(request: ActorRequest, poll: Poll, form: QuestionForm) -> bool:
    try:
        return form.did(
            lambda: actions.change_poll(
                by=request.actor,
                poll=poll,
                question=form.question(),
                version=form.cleaned_data["version"] or 0,
            )
        )
    except Conflict:
        form.add_error(
            None,
            pgettext(
                "poll",
                "This poll was changed elsewhere. What you typed is below. "
                "Compare it with the poll, then send it again.",
            ),
        )
        data = request.POST.copy()
        data["version"] = str(access_poll(request.actor, poll.ref)[1].version)
        form.data = data
        return False


def _composer(
    request: ActorRequest,
    presence: Presence,
    form: QuestionForm,
    key: str,
    poll: Poll | None = None,
) -> HttpResponse:
    back = ("votes:poll", poll.ref) if poll else (TOOL, presence.space.ref)
    return page(
        request,
        "votes/question.html",
        **space_context(presence, request, tool=TOOL),
        form=form,
        poll=poll,
        draft_key=key,
        back=reverse(back[0], args=[back[1]]),
    )


@open_to(Audience.MEMBERS)
def new_time(request: ActorRequest, ref: str) -> HttpResponse:
    """The times of one week to choose from (page 85), with the partners' holidays."""
    presence = access_space(request.actor, ref, to_write=True)
    deny_unless(may_make_poll(presence.member, presence.space))
    first = week_of(request.POST.get("week", request.GET.get("week", "")))
    key = f"votes:time:{ref}:{first}"
    begun = typed(request.actor, key) if request.method == "GET" else {}
    form = TimesForm(
        request.POST or None, first=first, initial={**begun, "form_token": token_hex(12)}
    )
    if form.is_valid():
        made = form.carry_out(
            lambda: actions.look_for_time(
                by=request.actor,
                space=presence.space,
                question=form.question(),
                times=form.spans(),
                form_token=form.cleaned_data["form_token"],
            )
        )
        if made is not None:
            discard_draft(by=request.actor, key=key)
            messages.success(request, pgettext("poll", "The teachers are told. Say when you can."))
            return go(request, "votes:poll", made.ref)
    return page(
        request,
        "votes/times.html",
        **space_context(presence, request, tool=TOOL),
        form=form,
        week=first.isoformat(),
        days=_days(presence, form),
        draft_key=key,
    )


def _days(presence: Presence, form: TimesForm) -> list[dict[str, Any]]:
    free = holidays_between(presence.space, form.days[0], form.days[-1])
    return [
        {
            "day": day,
            "in_words": day_in_words(day),
            "free": [each for each in free if each.first_day <= day <= each.last_day],
        }
        for day in form.days
    ]
