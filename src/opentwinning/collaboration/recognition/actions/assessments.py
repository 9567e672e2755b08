"""The assessor's side (Q-08, G11)."""

from collections.abc import Mapping

from django.utils.translation import pgettext_lazy

from opentwinning.collaboration.recognition.actions.applications import NOT_NOW
from opentwinning.collaboration.recognition.events import AssessmentDone, AssessorAssigned
from opentwinning.collaboration.recognition.models import (
    Assessment,
    Assessor,
    LabelApplication,
)
from opentwinning.collaboration.recognition.policies import (
    may_appoint_assessor,
    may_assess_application,
    may_assign_assessor,
)
from opentwinning.collaboration.recognition.vocabulary import (
    POINTS,
    TEXT_MAX,
    TRANSITIONS,
    ApplicationState,
    total_points,
)
from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor, Role
from opentwinning.core.clock import now
from opentwinning.core.events import emit
from opentwinning.core.transitions import move
from opentwinning.core.verdicts import Invalid, deny_unless
from opentwinning.people.accounts.actions import grant_capacity, revoke_capacity
from opentwinning.people.accounts.models import Account
from opentwinning.people.educators.models import Educator


@action
def appoint_assessor(*, by: Actor, educator: Educator, country: str) -> Assessor:
    """The office trusts a validated educator of its country with assessments (A-15)."""
    deny_unless(may_appoint_assessor(by, country))
    if educator.country != country or not educator.is_validated:
        raise Invalid(
            pgettext_lazy("label", "Choose a validated educator of your country."), "educator"
        )
    grant_capacity(by=by, account=educator.account, role=Role.AMBASSADOR, country=country)
    assessor, _ = Assessor.objects.get_or_create(educator=educator, country=country, ended_at=None)
    return assessor


@action
def dismiss_assessor(*, by: Actor, assessor: Assessor, reason: str = "") -> None:
    """The term ends."""
    deny_unless(may_appoint_assessor(by, assessor.country))
    revoke_capacity(
        by=by,
        account=assessor.educator.account,
        role=Role.AMBASSADOR,
        country=assessor.country,
        reason=reason,
    )
    assessor.ended_at = now()
    assessor.save(update_fields=["ended_at"])


@action
def assign_assessor(*, by: Actor, application: LabelApplication, assessor: Account) -> Assessment:
    """Give an application to somebody without a conflict of interest; a new name replaces one who
    has not finished."""
    application = (
        LabelApplication.objects.select_for_update()
        .select_related("window", "educator")
        .get(pk=application.pk)
    )
    deny_unless(may_assign_assessor(by, application, assessor))
    Assessment.objects.filter(application=application).delete()
    assessment = Assessment.objects.create(application=application, assessor=assessor)
    if application.state == ApplicationState.SUBMITTED:
        move(application, to=ApplicationState.IN_ASSESSMENT, table=TRANSITIONS, sentence=NOT_NOW)
        application.save(update_fields=["state"])
    note(application, assessor=assessor.pk)
    emit(AssessorAssigned(application.pk, assessor.pk))
    return assessment


@action
def save_assessment(
    *,
    by: Actor,
    application: LabelApplication,
    scores: Mapping[str, int],
    comments: Mapping[str, str],
    summary: str,
    recommends_european: bool,
) -> Assessment:
    """Keep the sheet; may be unfinished."""
    deny_unless(may_assess_application(by, application))
    criteria = application.window.scheme.content["criteria"]
    known = {sub["id"] for criterion in criteria for sub in criterion["sub_criteria"]}
    assessment = application.assessment
    assessment.scores = {k: int(v) for k, v in scores.items() if k in known and int(v) in POINTS}
    names = {criterion["id"] for criterion in criteria}
    assessment.comments = {k: v[:TEXT_MAX] for k, v in comments.items() if k in names}
    assessment.summary = summary[:TEXT_MAX]
    assessment.recommends_european = recommends_european
    assessment.save()
    return assessment


@action
def finish_assessment(*, by: Actor, application: LabelApplication) -> Assessment:
    """Hand the sheet in: every score and a summary must be there."""
    application = (
        LabelApplication.objects.select_for_update()
        .select_related("window__scheme", "educator")
        .get(pk=application.pk)
    )
    deny_unless(may_assess_application(by, application))
    content = application.window.scheme.content
    assessment = application.assessment
    subs = {sub["id"] for criterion in content["criteria"] for sub in criterion["sub_criteria"]}
    if subs - set(assessment.scores):
        raise Invalid(pgettext_lazy("label", "Give points for every line."), "scores")
    if not assessment.summary.strip():
        raise Invalid(pgettext_lazy("label", "Write a summary for the applicant."), "summary")
    assessment.done_at = now()
    assessment.save(update_fields=["done_at"])
    application.points = total_points(content, assessment.scores)
    move(application, to=ApplicationState.ASSESSED, table=TRANSITIONS, sentence=NOT_NOW)
    application.save(update_fields=["state", "points"])
    note(application, points=application.points)
    emit(AssessmentDone(application.pk, application.window.country))
    return assessment
