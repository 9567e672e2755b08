"""A case on the desk, or before the teachers who look first (H7)."""

from typing import Any, cast

from django.contrib import messages
from django.forms import model_to_dict
from django.http import HttpRequest, HttpResponse
from django.utils.translation import pgettext

from opentwinning.core.actor import Actor, Role
from opentwinning.core.clock import now
from opentwinning.core.verdicts import Refused, deny_unless, hidden
from opentwinning.core.web import ActorRequest, Audience, attempt, go, open_to, page
from opentwinning.people.safeguarding.actions import decide_case, raise_case, save_clocks
from opentwinning.people.safeguarding.forms import ClocksForm, DecisionForm
from opentwinning.people.safeguarding.models import Case
from opentwinning.people.safeguarding.policies import may_set_clocks
from opentwinning.people.safeguarding.queries import access_case, clocks, measures_for
from opentwinning.people.safeguarding.vocabulary import (
    MEASURE_LABELS,
    REASON_LABELS,
    Level,
    Measure,
    is_closed,
    reportable,
)


@open_to(Audience.ADULTS)
def case(request: HttpRequest, ref: str) -> HttpResponse:
    """Reports, evidence, clock, decision."""
    actor = cast("ActorRequest", request).actor
    found = access_case(actor, ref)
    measures = measures_for(actor, found)
    first = found.reports.order_by("pk").first()
    initial = {"rule": first.reason if first else "", "days": 7}
    form = DecisionForm(request.POST or None, initial=initial, measures=measures)
    if form.is_valid() and form.did(lambda: decide_case(by=actor, case=found, **form.decision())):
        messages.success(request, pgettext("safeguarding", "Your decision is saved."))
        return _onward(request, actor)
    return page(
        request, "safeguarding/case.html", form=form, **_shown(actor, found, is_open=bool(measures))
    )


def _shown(actor: Actor, case: Case, *, is_open: bool) -> dict[str, Any]:
    declared = reportable(case.kind)
    return {
        "case": case,
        "kind": declared.label if declared else case.kind,
        "reports": [
            (REASON_LABELS.get(each.reason, ""), each) for each in case.reports.order_by("pk")
        ],
        "may_decide": is_open,
        "may_hand_on": is_open and case.level != Level.CENTRE,
        "opens_place": not (is_closed(case.url) and _is_officer(actor)),
        "is_late": case.due_at is not None and case.due_at < now(),
        "measure": MEASURE_LABELS[Measure(case.measure)] if case.measure else "",
        "rule": REASON_LABELS.get(case.rule, ""),
        "frame": "core/desk.html" if _is_officer(actor) else "core/educator.html",
    }


@open_to(Audience.ADULTS, methods=("GET",))
def picture(request: HttpRequest, ref: str, report: str) -> HttpResponse:
    """The small copy that was kept with a report: the thing may be in a closed place, or gone."""
    found = access_case(cast("ActorRequest", request).actor, ref)
    kept = found.reports.filter(ref=report).first()
    if kept is None or not kept.evidence_picture:
        raise Refused(hidden())
    response = HttpResponse(bytes(kept.evidence_picture), content_type="image/webp")
    response["Content-Security-Policy"] = "sandbox"
    response["Cache-Control"] = "private, no-store"
    return response


@open_to(Audience.ADULTS, methods=("POST",))
def hand_on(request: HttpRequest, ref: str) -> HttpResponse:
    """To the next level, before its time."""
    actor = cast("ActorRequest", request).actor
    found = access_case(actor, ref)
    done = pgettext("safeguarding", "The case is handed on.")
    attempt(request, lambda: raise_case(by=actor, case=found), done)
    return _onward(request, actor)


@open_to(Audience.CENTRAL)
def clock_page(request: HttpRequest) -> HttpResponse:
    """How long each level has."""
    actor = cast("ActorRequest", request).actor
    deny_unless(may_set_clocks(actor))
    form = ClocksForm(request.POST or None, initial=model_to_dict(clocks()))
    if form.is_valid() and form.did(lambda: save_clocks(by=actor, **form.details())):
        messages.success(request, pgettext("safeguarding", "The clocks are saved."))
        return go(request, "safeguarding:clocks")
    return page(request, "safeguarding/clocks.html", form=form)


def _onward(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Officers go back to their desk, teachers to their list."""
    return go(request, "desk:inbox" if _is_officer(actor) else "safeguarding:mine")


def _is_officer(actor: Actor) -> bool:
    return actor.is_a(Role.NATIONAL_OFFICER, Role.CENTRAL_OFFICER)
