"""The statement of reasons, the objection, and the answer of somebody else (H17)."""

from typing import Any, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import pgettext

from opentwinning.core.clock import now
from opentwinning.core.verdicts import Refused, hidden
from opentwinning.core.web import ActorRequest, Audience, go, open_to, page
from opentwinning.people.safeguarding.actions import answer_appeal, appeal_statement
from opentwinning.people.safeguarding.forms import AnswerForm, ObjectionForm
from opentwinning.people.safeguarding.models import Statement
from opentwinning.people.safeguarding.queries import (
    access_appeal,
    access_statement,
    end_of_suspension,
    statement_by_pass,
    statement_by_secret,
)
from opentwinning.people.safeguarding.vocabulary import (
    ACCOUNT,
    MEASURE_LABELS,
    REASON_LABELS,
    Measure,
    is_closed,
)


@open_to(Audience.ADULTS)
def statement(request: HttpRequest, ref: str) -> HttpResponse:
    """For the author who is signed in."""
    actor = cast("ActorRequest", request).actor
    return _stated(request, access_statement(actor, ref), "core/educator.html")


@open_to(Audience.EVERYBODY)
def opened(request: HttpRequest, secret: str) -> HttpResponse:
    """By the mail's secret link, or from the page of a suspended account; without a session."""
    found = statement_by_secret(secret) or statement_by_pass(secret)
    if found is None:
        raise Refused(hidden())
    return _stated(request, found, "core/public.html")


def _stated(request: HttpRequest, found: Statement, frame: str) -> HttpResponse:
    actor = cast("ActorRequest", request).actor
    form = ObjectionForm(request.POST or None)
    if form.is_valid() and form.did(
        lambda: appeal_statement(by=actor, statement=found, text=form.cleaned_data["text"])
    ):
        messages.success(request, pgettext("safeguarding", "Your objection is sent."))
        return redirected(request)
    return page(request, "safeguarding/statement.html", form=form, frame=frame, **words_of(found))


def redirected(request: HttpRequest) -> HttpResponse:
    """The same page again, after a POST."""
    match = request.resolver_match
    if match is None:
        raise Refused(hidden())
    return go(request, match.view_name, *match.kwargs.values())


def words_of(found: Statement) -> dict[str, Any]:
    """What a page about a statement says."""
    return {
        "statement": found,
        "measure": MEASURE_LABELS[Measure(found.measure)],
        "is_for_now": found.measure == Measure.HIDE_FOR_NOW,
        "is_warning": found.measure == Measure.WARN,
        "is_suspension": found.kind == ACCOUNT,
        "ends_at": end_of_suspension(found),
        "rule": REASON_LABELS.get(found.rule, ""),
        "may_object": found.is_open_to_appeal(now()),
    }


@open_to(Audience.OFFICERS)
def appeal(request: HttpRequest, ref: str) -> HttpResponse:
    """Somebody else than who decided answers an objection."""
    actor = cast("ActorRequest", request).actor
    found = access_appeal(actor, ref)
    form = AnswerForm(request.POST or None)
    if form.is_valid() and form.did(
        lambda: answer_appeal(
            by=actor,
            statement=found,
            is_right=form.cleaned_data["act"] == "right",
            answer=form.cleaned_data["answer"],
        )
    ):
        messages.success(request, pgettext("safeguarding", "Your answer is on its way."))
        return go(request, "desk:inbox")
    evidence = found.case.reports.order_by("pk").first() if found.case else None
    return page(
        request,
        "safeguarding/appeal.html",
        form=form,
        evidence=evidence,
        opens_place=bool(found.url) and not is_closed(found.url),
        **words_of(found),
    )
