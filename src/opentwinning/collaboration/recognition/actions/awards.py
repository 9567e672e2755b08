"""The office's decision (Q-03, Q-09)."""

from django.utils.translation import pgettext_lazy

from opentwinning.collaboration.recognition.actions.applications import NOT_NOW
from opentwinning.collaboration.recognition.events import LabelAwarded, LabelRefused
from opentwinning.collaboration.recognition.models import LabelApplication, QualityLabel
from opentwinning.collaboration.recognition.policies import may_decide_application
from opentwinning.collaboration.recognition.vocabulary import (
    NATIONAL_CERTIFICATE,
    TRANSITIONS,
    ApplicationState,
    LabelLevel,
    below_minimum,
)
from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.events import emit
from opentwinning.core.transitions import move
from opentwinning.core.verdicts import Invalid, deny_unless
from opentwinning.people.certificates.actions import issue_certificate


@action
def award_label(*, by: Actor, application: LabelApplication, message: str = "") -> QualityLabel:
    """Award the national label: state, label and certificate in one transaction."""
    application = _decided(by, application, ApplicationState.AWARDED, message)
    organisation = application.organisation
    certificate = issue_certificate(
        by=by,
        kind=NATIONAL_CERTIFICATE,
        holder=application.educator.account,
        country=application.window.country,
        title=application.project.title,
        cause=f"national-label:{application.ref}",
        school=organisation.name if organisation else "",
        place=organisation.place if organisation else "",
        school_year=application.window.school_year,
    )
    label = QualityLabel.objects.create(
        level=LabelLevel.NATIONAL,
        project=application.project,
        educator=application.educator,
        organisation=organisation,
        country=application.window.country,
        school_year=application.window.school_year,
        points=application.points,
        application=application,
        certificate=certificate,
        awarded_at=now(),
    )
    note(application, label=label.ref)
    emit(LabelAwarded(application.pk, label.pk, application.educator.account_id))
    return label


@action
def refuse_label(*, by: Actor, application: LabelApplication, message: str) -> LabelApplication:
    """Do not award; the applicant always reads why."""
    if not message.strip():
        raise Invalid(pgettext_lazy("label", "Write the reason for the applicant."), "message")
    application = _decided(by, application, ApplicationState.REFUSED, message)
    emit(LabelRefused(application.pk, application.educator.account_id, message))
    return application


def _decided(
    by: Actor, application: LabelApplication, state: ApplicationState, message: str
) -> LabelApplication:
    application = (
        LabelApplication.objects.select_for_update(of=("self",))
        .select_related("window__scheme", "educator__account", "project", "organisation")
        .get(pk=application.pk)
    )
    deny_unless(may_decide_application(by, application))
    content = application.window.scheme.content
    low = below_minimum(content, application.assessment.scores)
    too_few = (application.points or 0) < content.get("award_from_points", 0)
    if state is ApplicationState.AWARDED and (low or too_few):
        raise Invalid(
            pgettext_lazy("label", "The points are below what the criteria ask for an award.")
        )
    move(application, to=state, table=TRANSITIONS, sentence=NOT_NOW)
    application.decided_at = now()
    application.decision_message = message.strip()
    application.save(update_fields=["state", "decided_at", "decision_message"])
    return application
