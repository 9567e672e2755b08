"""The assessor's screens: criteria left, evidence right (page 101)."""

from typing import cast

from django.http import HttpRequest, HttpResponse

from opentwinning.collaboration.recognition.actions import finish_assessment, save_assessment
from opentwinning.collaboration.recognition.forms.office import ScoreForm
from opentwinning.collaboration.recognition.queries import access_application
from opentwinning.collaboration.recognition.queries.evidence import evidence_behind
from opentwinning.collaboration.recognition.queries.sheets import criteria_of, questions_of
from opentwinning.core.richtext import rendered
from opentwinning.core.web import ActorRequest, Audience, go, open_to, page
from opentwinning.facilities.drafts.actions import discard_draft
from opentwinning.facilities.drafts.queries import typed


@open_to(Audience.ADULTS)
def assess(request: HttpRequest, ref: str) -> HttpResponse:
    """Score an application; save and come back, or hand it in."""
    actor = cast("ActorRequest", request).actor
    row = access_application(actor, ref, to="assess")
    criteria = criteria_of(row)
    draft_key = f"recognition:assess:{ref}"
    kept = {
        "summary": row.assessment.summary,
        "recommends_european": row.assessment.recommends_european,
    }
    form = ScoreForm(
        criteria,
        request.POST if request.method == "POST" else None,
        initial=kept | typed(actor, draft_key),
    )
    if request.method == "POST" and form.is_valid():
        done = form.carry_out(lambda: _save(request, ref, form))
        if done is not None:
            discard_draft(by=actor, key=draft_key)
            return go(request, "today:today") if done else go(request, "recognition:assess", ref)
    return page(
        request,
        "recognition/assess.html",
        application=row,
        criteria=[(c, _fields(form, c.id, [line.id for line in c.lines])) for c in criteria],
        questions=questions_of(row),
        form=form,
        draft_key=draft_key,
    )


def _save(request: HttpRequest, ref: str, form: ScoreForm) -> bool:
    actor = cast("ActorRequest", request).actor
    row = access_application(actor, ref, to="assess")
    save_assessment(by=actor, application=row, **form.details())
    if request.POST.get("finish"):
        finish_assessment(by=actor, application=row)
        return True
    return False


def _fields(form: ScoreForm, criterion: str, lines: list[str]) -> dict[str, object]:
    return {
        "scores": [form[f"score-{line}"] for line in lines],
        "comment": form[f"comment-{criterion}"],
    }


@open_to(Audience.ADULTS, methods=("GET",))
def evidence(request: HttpRequest, ref: str, evidence: str) -> HttpResponse:
    """One page of the TwinSpace as it was when the application was sent."""
    actor = cast("ActorRequest", request).actor
    row = access_application(actor, ref, to="see")
    frozen = evidence_behind(row, evidence)
    return page(
        request,
        "recognition/evidence.html",
        application=row,
        evidence=frozen,
        html=rendered(frozen.frozen_text),
    )
