"""Partner calls: list, read, answer (page 46, L-02, L-03)."""

from typing import Any, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import pgettext

from opentwinning.community.networking.actions import (
    answer_call,
    ask_for_contact,
    close_call,
    edit_call,
    publish_call,
    reopen_call,
)
from opentwinning.community.networking.forms import (
    AnswerForm,
    CallForm,
    CallSearchForm,
    ReopenForm,
)
from opentwinning.community.networking.models import CallAnswer, PartnerCall
from opentwinning.community.networking.policies import (
    is_own,
    may_answer_call,
    may_ask_for_contact,
    may_hide_answer,
    may_hide_call,
    may_publish_call,
)
from opentwinning.community.networking.queries import (
    access_call,
    answers_to,
    calls_of,
    cards,
    hidden_calls,
    open_calls,
)
from opentwinning.community.networking.views.contacts import count_request, me
from opentwinning.community.networking.views.directory import tabs
from opentwinning.community.networking.vocabulary import PAGE
from opentwinning.core import cursors
from opentwinning.core.actor import Actor
from opentwinning.core.verdicts import Invalid, Refused, deny_unless
from opentwinning.core.web import ActorRequest, Audience, attempt, go, open_to, page
from opentwinning.facilities.drafts.actions import discard_draft
from opentwinning.facilities.drafts.queries import typed
from opentwinning.people.educators.queries import educator_of

DRAFT = "networking:call"


@open_to(Audience.VALIDATED, Audience.OFFICERS, methods=("GET",))
def calls(request: HttpRequest) -> HttpResponse:
    """Open calls, newest first; one's own beside them."""
    actor = cast("ActorRequest", request).actor
    educator = educator_of(actor)
    form = CallSearchForm(request.GET, own_country=educator.country if educator else "")
    form.is_valid()
    after = cursors.read(request.GET.get("after", ""))
    found, following = open_calls(form.search(), after=after)
    return page(
        request,
        "networking/calls.html",
        search=form,
        cards=found,
        mine=calls_of(educator) if educator and after is None else [],
        hidden=cards(list(hidden_calls(actor))) if actor.countries else [],
        next_after=cursors.written(following),
        may_publish=bool(may_publish_call(actor)),
        is_filtered=form.is_filtered,
        step=PAGE,
        tabs=tabs("networking:calls"),
    )


@open_to(Audience.VALIDATED)
def new_call(request: HttpRequest) -> HttpResponse:
    """Write and publish a call; autosaved."""
    actor = cast("ActorRequest", request).actor
    deny_unless(may_publish_call(actor))
    initial = {"language": actor.language, **CallForm.restored(typed(actor, DRAFT))}
    form = CallForm(request.POST or None, initial=initial)
    call = None
    if form.is_valid():
        call = form.carry_out(
            lambda: publish_call(by=actor, traits=form.traits(), **form.details())
        )
    if call is not None:
        discard_draft(by=actor, key=DRAFT)
        messages.success(request, pgettext("partner call", "Your call is published."))
        return go(request, "networking:call", call.ref)
    return page(request, "networking/call_form.html", form=form, draft_key=DRAFT, call=None)


@open_to(Audience.VALIDATED)
def edit(request: HttpRequest, ref: str) -> HttpResponse:
    """Change one's own call."""
    actor = cast("ActorRequest", request).actor
    call = access_call(actor, ref, to="edit")
    key = f"{DRAFT}:{ref}"
    initial = CallForm.restored(typed(actor, key)) or CallForm.stored(call)
    form = CallForm(request.POST or None, initial=initial)
    if form.is_valid() and form.did(
        lambda: edit_call(by=actor, call=call, traits=form.traits(), **form.details())
    ):
        discard_draft(by=actor, key=key)
        messages.success(request, pgettext("partner call", "Your call is saved."))
        return go(request, "networking:call", ref)
    return page(request, "networking/call_form.html", form=form, draft_key=key, call=call)


@open_to(Audience.VALIDATED, Audience.OFFICERS, methods=("GET",))
def call(request: HttpRequest, ref: str) -> HttpResponse:
    """Read a call and its answers."""
    actor = cast("ActorRequest", request).actor
    found = access_call(actor, ref, to="see")
    key = f"networking:answer:{ref}"
    form = AnswerForm(initial={"asks_contact": True, **typed(actor, key)})
    return page(request, "networking/call.html", form=form, draft_key=key, **_shown(actor, found))


@open_to(Audience.VALIDATED, methods=("POST",))
def answer(request: HttpRequest, ref: str) -> HttpResponse:
    """Answer a call, and by choice ask its author for contact."""
    actor = cast("ActorRequest", request).actor
    found = access_call(actor, ref, to="answer")
    key = f"networking:answer:{ref}"
    form = AnswerForm(request.POST)
    if form.is_valid() and form.did(lambda: _answer(request, actor, found, form)):
        discard_draft(by=actor, key=key)
        return go(request, "networking:call", ref, anchor="answers")
    return page(request, "networking/call.html", form=form, draft_key=key, **_shown(actor, found))


def _shown(actor: Actor, call: PartnerCall) -> dict[str, Any]:
    own = is_own(actor, call.author)
    return {
        "card": cards([call])[0],
        "call": call,
        "answers": [
            (each, is_own(actor, each.author), bool(may_hide_answer(actor, each)))
            for each in answers_to(call)
        ],
        "is_own": own,
        "may_answer": bool(may_answer_call(actor, call)),
        "may_ask": bool(may_ask_for_contact(actor, call.author)),
        "may_hide": bool(may_hide_call(actor, call)),
        "reopen": ReopenForm(),
    }


def _answer(request: HttpRequest, actor: Actor, call: PartnerCall, form: AnswerForm) -> CallAnswer:
    """The answer, and by choice the contact request, which may be impossible without harm."""
    answer = answer_call(by=actor, call=call, text=form.cleaned_data["text"])
    messages.success(request, pgettext("partner call", "Your answer is published."))
    if form.cleaned_data["asks_contact"] and may_ask_for_contact(actor, call.author):
        try:
            count_request(actor)
            ask_for_contact(
                by=actor, educator=call.author, message=form.cleaned_data["text"][:1000]
            )
        except Invalid as problem:
            messages.warning(request, str(problem.message))
        except Refused as problem:
            messages.warning(request, str(problem.verdict.reason))
    return answer


@open_to(Audience.VALIDATED, methods=("POST",))
def close(request: HttpRequest, ref: str) -> HttpResponse:
    """Partners are found."""
    actor = cast("ActorRequest", request).actor
    found = access_call(actor, ref, to="edit")
    done = pgettext("partner call", "Your call is closed.")
    attempt(request, lambda: close_call(by=actor, call=found), done)
    return go(request, "networking:call", ref)


@open_to(Audience.VALIDATED, methods=("POST",))
def reopen(request: HttpRequest, ref: str) -> HttpResponse:
    """Look again."""
    actor = cast("ActorRequest", request).actor
    me(actor)
    found = access_call(actor, ref, to="edit")
    form = ReopenForm(request.POST)
    if form.is_valid() and form.did(
        lambda: reopen_call(by=actor, call=found, expires_on=form.cleaned_data["expires_on"])
    ):
        messages.success(request, pgettext("partner call", "Your call is open again."))
    else:
        sentence = pgettext("partner call", "Choose a day from today to one year from now.")
        messages.error(request, sentence)
    return go(request, "networking:call", ref)
