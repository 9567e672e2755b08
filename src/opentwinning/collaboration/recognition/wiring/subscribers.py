"""Recognition hears that a person is about to be erased, or a project about to be deleted."""

from opentwinning.collaboration.projects.events import ProjectDeleting
from opentwinning.collaboration.recognition.actions import let_account_go, let_project_go
from opentwinning.core.actor import SYSTEM
from opentwinning.core.events import on
from opentwinning.people.accounts.events import AccountErasing


@on(AccountErasing)
def account_goes(event: AccountErasing) -> None:
    let_account_go(by=SYSTEM, account_id=event.account_id)


@on(ProjectDeleting)
def project_goes(event: ProjectDeleting) -> None:
    let_project_go(by=SYSTEM, project_id=event.project_id)
