"""Report something (page 14): two presses, no sign-in in public; and what became of it (H6)."""

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import pgettext

from opentwinning.core.actor import Actor
from opentwinning.core.verdicts import Refused, hidden
from opentwinning.core.web import ActorRequest, Audience, go, open_to, page
from opentwinning.facilities.limits.actions import network_of, within_limits
from opentwinning.people.safeguarding.actions import report_item
from opentwinning.people.safeguarding.forms import ReportForm
from opentwinning.people.safeguarding.models import Report
from opentwinning.people.safeguarding.policies import may_report
from opentwinning.people.safeguarding.queries import (
    access_item,
    cases_to_look_at,
    report_by_secret,
    reports_of,
)
from opentwinning.people.safeguarding.vocabulary import (
    REASON_LABELS,
    REPORT_LIMITS,
    VISITOR_LIMITS,
    CaseState,
    Measure,
    reasons_for,
)


@open_to(Audience.EVERYBODY)
def report(request: HttpRequest, kind: str, ref: str) -> HttpResponse:
    """What is wrong: each answer sends the report."""
    actor = cast("ActorRequest", request).actor
    declared, item = access_item(actor, kind, ref)
    form = ReportForm(request.POST or None)
    if form.is_valid() and _within_limits(request, actor, form):
        words = {name: form.cleaned_data[name] for name in ("reason", "words", "secret")}
        told = {**words, "network": network_of(request)}
        if form.did(lambda: report_item(by=actor, kind=kind, item_ref=ref, **told)):
            return _thanks(request, actor, words["secret"])
    return page(
        request,
        "safeguarding/report.html",
        form=form,
        frame=frame_of(actor),
        kind=declared.label,
        item=item,
        may_report=may_report(actor, item),
        reasons=reasons_for(actor),
    )


def _within_limits(request: HttpRequest, actor: Actor, form: ReportForm) -> bool:
    who = actor.key if actor.is_signed_in else network_of(request)
    limits = REPORT_LIMITS if actor.is_signed_in else VISITOR_LIMITS
    within = within_limits("report", who, limits)
    if not within:
        form.add_error(
            None, pgettext("safeguarding", "You sent many reports. Wait an hour, then send this.")
        )
    return within


def _thanks(request: HttpRequest, actor: Actor, secret: str) -> HttpResponse:
    thanks = pgettext("safeguarding", "Thank you. It was right to tell.")
    messages.success(request, thanks)
    if actor.is_signed_in:
        return go(request, "safeguarding:mine")
    return go(request, "safeguarding:followed", secret)


@open_to(Audience.SIGNED_IN, methods=("GET",))
def mine(request: HttpRequest) -> HttpResponse:
    """One's own reports and their state; for teachers also what waits for their look."""
    actor = cast("ActorRequest", request).actor
    return page(
        request,
        "safeguarding/mine.html",
        frame=frame_of(actor),
        reports=[_row(each) for each in reports_of(actor)],
        waiting=cases_to_look_at(actor),
    )


@open_to(Audience.EVERYBODY, methods=("GET",))
def followed(request: HttpRequest, secret: str) -> HttpResponse:
    """A visitor's report, by the link that only she has."""
    found = report_by_secret(secret)
    if found is None:
        raise Refused(hidden())
    actor = cast("ActorRequest", request).actor
    return page(request, "safeguarding/followed.html", frame=frame_of(actor), report=_row(found))


def frame_of(actor: Actor) -> str:
    """The skeleton this reader knows."""
    if actor.is_pupil:
        return "core/pupil.html"
    return "core/educator.html" if actor.is_signed_in else "core/public.html"


def _row(found: Report) -> dict[str, object]:
    """A report in the words its writer may read: never who decided, nor about whom else."""
    case = found.case
    is_decided = case.state == CaseState.DECIDED
    return {
        "title": case.title,
        "reason": REASON_LABELS.get(found.reason, ""),
        "at": found.at,
        "words": found.words,
        "is_decided": is_decided,
        "decided_at": case.decided_at,
        "due_at": case.due_at,
        "outcome": _outcome(case.measure) if is_decided else "",
    }


def _outcome(measure: str) -> str:
    if measure == Measure.NONE:
        return pgettext("safeguarding", "We looked at it. It does not break our rules.")
    return pgettext("safeguarding", "We looked at it and acted. Thank you.")
