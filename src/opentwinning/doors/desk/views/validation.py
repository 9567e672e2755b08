"""Decide about one educator (page 98): at most three clicks, then the next one."""

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import pgettext, pgettext_lazy

from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.web import ActorRequest, Audience, go, open_to, page
from opentwinning.doors.desk.forms import AskSchoolForm, DecisionForm
from opentwinning.doors.desk.queries import Clock, clock_of, evidence_about, next_waiting
from opentwinning.doors.desk.vocabulary import USUAL_DAYS
from opentwinning.facilities.drafts.actions import discard_draft
from opentwinning.facilities.drafts.queries import typed
from opentwinning.people.educators.actions import (
    ask_educator,
    refuse_educator,
    validate_educator,
)
from opentwinning.people.educators.models import Educator
from opentwinning.people.educators.policies import open_review
from opentwinning.people.educators.queries import (
    access_educator,
    decisions_about,
    may_role_join,
    steps_of,
)
from opentwinning.people.educators.vocabulary import STATE_LABELS, ValidationState
from opentwinning.people.organisations.actions import ask_school
from opentwinning.people.organisations.queries import SchoolStep
from opentwinning.people.support.queries import (
    public_holidays,
    replies_for,
    support_organisation_of,
)
from opentwinning.people.support.vocabulary import DECISION_LABELS, Decision

_ACTS = {"validate": validate_educator, "ask": ask_educator}
_DONE = {
    "validate": pgettext_lazy("desk", "%(name)s is validated."),
    "ask": pgettext_lazy("desk", "Your question is on its way to %(name)s."),
    "refuse": pgettext_lazy("desk", "%(name)s is refused and knows the reason."),
}
_TONES = {
    "waiting": "warning",
    "moved": "warning",
    "asked": "info",
    "validated": "success",
    "refused": "danger",
}


@open_to(Audience.OFFICERS)
def validation(request: HttpRequest, ref: str) -> HttpResponse:
    """Evidence on one side, the decision on the other."""
    actor = cast("ActorRequest", request).actor
    educator = access_educator(actor, ref, to="validate")
    key = f"desk:validation:{ref}"
    form = DecisionForm(request.POST or None, initial=_words(request, actor, educator, key))
    if form.is_valid() and form.did(lambda: _decide(actor, educator, form)):
        discard_draft(by=actor, key=key)
        done = str(_DONE[form.cleaned_data["decision"]])
        messages.success(request, done % {"name": educator.name})
        following = next_waiting(actor, other_than=educator)
        if following is None:
            return go(request, "desk:inbox")
        return go(request, "desk:validation", following.ref)
    return _show(request, actor, educator, form)


@open_to(Audience.OFFICERS, methods=("POST",))
def ask(request: HttpRequest, ref: str) -> HttpResponse:
    """Write down the address of the school, and ask there (X-05)."""
    actor = cast("ActorRequest", request).actor
    educator = access_educator(actor, ref, to="validate")
    form = AskSchoolForm(request.POST)
    if form.is_valid() and form.did(
        lambda: ask_school(by=actor, educator=educator, email=form.cleaned_data["email"])
    ):
        messages.success(request, pgettext("desk", "The question is on its way to the school."))
        return go(request, "desk:validation", ref, anchor="school-step")
    key = f"desk:validation:{ref}"
    decision = DecisionForm(initial=_words(request, actor, educator, key))
    return _show(request, actor, educator, decision, form)


def _show(
    request: HttpRequest,
    actor: Actor,
    educator: Educator,
    form: DecisionForm,
    asking: AskSchoolForm | None = None,
) -> HttpResponse:
    evidence = evidence_about(educator)
    replies = replies_for(educator.country, educator.account.language)
    possible = decisions_about(educator)
    return page(
        request,
        "desk/validation.html",
        status=422 if form.errors or asking else 200,
        form=form,
        evidence=evidence,
        ask_form=asking or _asking(evidence.school_step, educator),
        educator=educator,
        draft_key=f"desk:validation:{educator.ref}",
        clock=_clock(educator),
        state=STATE_LABELS[ValidationState(educator.validation_state)],
        tone=_TONES.get(educator.validation_state, "neutral"),
        steps=_history(educator),
        replies=[(DECISION_LABELS[each], found) for each, found in replies.items()],
        may={decision.value: decision in possible for decision in Decision},
        may_role_join=may_role_join(educator),
        review=open_review(educator),
        following=next_waiting(actor, other_than=educator),
    )


def _clock(educator: Educator) -> Clock | None:
    """How long she has waited, by the days her office promises."""
    if educator.waiting_since is None:
        return None
    office = support_organisation_of(educator.country)
    country, since = educator.country, educator.waiting_since
    off = public_holidays([country], first=since.date(), last=now().date())[country]
    return clock_of(since, office.usual_days if office else USUAL_DAYS, off)


def _asking(step: SchoolStep | None, educator: Educator) -> AskSchoolForm | None:
    """The form that asks the school, while the request waits for its answer."""
    if step is None or educator.waiting_since is None or (step.asked and step.asked.answer):
        return None
    return AskSchoolForm(initial={"email": step.organisation.email})


def _history(educator: Educator) -> list[dict[str, object]]:
    return [
        {
            "text": STATE_LABELS[ValidationState(step.state)],
            "moment": step.at,
            "note": step.message,
            "tone": _TONES.get(step.state, "neutral"),
        }
        for step in steps_of(educator)
    ]


def _decide(actor: Actor, educator: Educator, form: DecisionForm) -> Educator:
    decision, message = form.cleaned_data["decision"], form.cleaned_data["message"]
    if decision == "refuse":
        is_role = form.cleaned_data["is_role"]
        return refuse_educator(by=actor, educator=educator, message=message, is_role=is_role)
    return _ACTS[decision](by=actor, educator=educator, message=message)


def _words(request: HttpRequest, actor: Actor, educator: Educator, key: str) -> dict[str, object]:
    """A prepared reply that was picked, else what was typed before."""
    wanted = request.GET.get("reply", "")
    for replies in replies_for(educator.country, educator.account.language).values():
        for reply in replies:
            if str(reply.pk) == wanted:
                return {"message": reply.text}
    return {"message": typed(actor, key).get("message", "")}
