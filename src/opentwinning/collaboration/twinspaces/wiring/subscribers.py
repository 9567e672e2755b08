"""The TwinSpace follows its project."""

from opentwinning.collaboration.projects.events import (
    DeletionScheduled,
    DeletionStopped,
    FounderSucceeded,
    PartnerJoined,
    PartnerLeft,
    ProjectApproved,
    ProjectClosed,
    ProjectDeleted,
    ProjectRenamed,
    ProjectReopened,
)
from opentwinning.collaboration.projects.models import Partnership, Project
from opentwinning.collaboration.twinspaces.actions import (
    admit_partner,
    empty_twinspace,
    follow_deletion,
    follow_state,
    follow_title,
    keep_twinspace,
    let_cover_go,
    let_partner_go,
    open_twinspace,
    promote_founder,
)
from opentwinning.collaboration.twinspaces.models import TwinSpace
from opentwinning.core.actor import SYSTEM
from opentwinning.core.events import on
from opentwinning.people.accounts.events import AccountErasing
from opentwinning.workspace.files.events import FilesPurged


@on(ProjectApproved)
def open_with_the_approval(event: ProjectApproved) -> None:
    """T-01, in the same transaction."""
    open_twinspace(by=SYSTEM, project=Project.objects.get(pk=event.project_id))


@on(PartnerJoined)
def partner_enters(event: PartnerJoined) -> None:
    admit_partner(by=SYSTEM, partnership=Partnership.objects.get(pk=event.partnership_id))


@on(PartnerLeft)
def partner_goes(event: PartnerLeft) -> None:
    twinspace = TwinSpace.objects.filter(project=event.project_id).first()
    if twinspace is not None:
        let_partner_go(
            by=SYSTEM, twinspace=twinspace, account_id=event.account_id, reason=event.reason
        )


@on(FounderSucceeded)
def founder_administers(event: FounderSucceeded) -> None:
    partnership = Partnership.objects.get(pk=event.partnership_id)
    promote_founder(by=SYSTEM, partnership=partnership)


@on(AccountErasing)
def account_goes(event: AccountErasing) -> None:
    """Wherever she was a member; pupils whom nobody there leads any more go, too."""
    rows = TwinSpace.objects.filter(
        space__members__account=event.account_id, space__members__left_at=None
    )
    for twinspace in rows.distinct().order_by("pk"):
        let_partner_go(by=SYSTEM, twinspace=twinspace, account_id=event.account_id)


@on(ProjectClosed)
def rest(event: ProjectClosed) -> None:
    follow_state(by=SYSTEM, project=Project.objects.get(pk=event.project_id), is_open=False)


@on(ProjectReopened)
def go_on(event: ProjectReopened) -> None:
    follow_state(by=SYSTEM, project=Project.objects.get(pk=event.project_id), is_open=True)


@on(DeletionScheduled)
def withhold(event: DeletionScheduled) -> None:
    follow_deletion(by=SYSTEM, project_id=event.project_id)


@on(DeletionStopped)
def give_back(event: DeletionStopped) -> None:
    if event.was_scheduled:
        keep_twinspace(by=SYSTEM, project_id=event.project_id, is_open=event.is_active)


@on(ProjectDeleted)
def empty(event: ProjectDeleted) -> None:
    empty_twinspace(by=SYSTEM, project_id=event.project_id)


@on(ProjectRenamed)
def take_the_new_title(event: ProjectRenamed) -> None:
    follow_title(by=SYSTEM, project=Project.objects.get(pk=event.project_id), title=event.title)


@on(FilesPurged)
def forget_covers(event: FilesPurged) -> None:
    let_cover_go(by=SYSTEM, file_ids=list(event.file_ids))
