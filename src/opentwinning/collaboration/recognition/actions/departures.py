"""Somebody's account is erased, or a project deleted: applications end, others take over."""

from opentwinning.collaboration.recognition.actions.applications import NOT_NOW
from opentwinning.collaboration.recognition.models import Assessment, Evidence, LabelApplication
from opentwinning.collaboration.recognition.policies import may_let_go
from opentwinning.collaboration.recognition.vocabulary import (
    TRANSITIONS,
    UNDER_WAY,
    ApplicationState,
)
from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.transitions import move
from opentwinning.core.verdicts import deny_unless


@action
def let_account_go(*, by: Actor, account_id: int) -> None:
    """Undecided applications of hers are withdrawn: their texts go with her. An application she
    had not finished assessing is back in the office's queue (J3)."""
    deny_unless(may_let_go(by))
    hers = LabelApplication.objects.select_for_update().filter(
        educator__account_id=account_id, state__in=UNDER_WAY | {ApplicationState.DRAFT}
    )
    withdrawn = [_to(each, ApplicationState.WITHDRAWN) for each in hers.order_by("pk")]
    unfinished = Assessment.objects.filter(assessor=account_id, done_at=None)
    waiting = LabelApplication.objects.select_for_update().filter(
        assessment__in=unfinished, state=ApplicationState.IN_ASSESSMENT
    )
    returned = [_to(each, ApplicationState.SUBMITTED) for each in waiting.order_by("pk")]
    unfinished.delete()
    note(account=account_id, withdrawn=withdrawn, returned=returned)


@action
def let_project_go(*, by: Actor, project_id: int) -> None:
    """A project is deleted: undecided applications are withdrawn, copies of its pages go. What was
    awarded stays awarded."""
    deny_unless(may_let_go(by))
    undecided = LabelApplication.objects.select_for_update().filter(
        project=project_id, state__in=UNDER_WAY | {ApplicationState.DRAFT}
    )
    withdrawn = [_to(each, ApplicationState.WITHDRAWN) for each in undecided.order_by("pk")]
    gone = Evidence.objects.filter(application__project=project_id).delete()[0]
    note(project=project_id, withdrawn=withdrawn, evidence=gone)


def _to(application: LabelApplication, state: ApplicationState) -> int:
    move(application, to=state, table=TRANSITIONS, sentence=NOT_NOW)
    application.save(update_fields=["state"])
    return application.pk
