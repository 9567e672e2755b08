"""Everything that can happen to a project."""

from opentwinning.collaboration.projects.actions.care import give_project_back, withhold_project
from opentwinning.collaboration.projects.actions.certificates import (
    issue_class_certificate,
    issue_participation_certificates,
)
from opentwinning.collaboration.projects.actions.decide import (
    approve_project,
    reject_project,
    resubmit_project,
    return_project,
    withdraw_project,
)
from opentwinning.collaboration.projects.actions.deletion import (
    agree_deletion,
    ask_deletion,
    delete_project,
    grant_deletion,
    stop_deletion,
)
from opentwinning.collaboration.projects.actions.departures import let_account_go
from opentwinning.collaboration.projects.actions.lifecycle import (
    archive_project,
    close_project,
    reopen_project,
    set_rule,
)
from opentwinning.collaboration.projects.actions.partners import (
    invite_partner,
    leave_project,
    let_partners_invite,
    remove_partner,
    withdraw_invitation,
)
from opentwinning.collaboration.projects.actions.publish import (
    publish_project,
    unpublish_project,
)
from opentwinning.collaboration.projects.actions.register import (
    begin_project,
    choose_partner,
    copy_project,
    delete_draft,
    edit_project,
)
from opentwinning.collaboration.projects.actions.send import (
    accept_invitation,
    decline_invitation,
    recall_project,
    send_project,
)

__all__ = [
    "accept_invitation",
    "agree_deletion",
    "approve_project",
    "archive_project",
    "ask_deletion",
    "begin_project",
    "choose_partner",
    "close_project",
    "copy_project",
    "decline_invitation",
    "delete_draft",
    "delete_project",
    "edit_project",
    "give_project_back",
    "grant_deletion",
    "invite_partner",
    "issue_class_certificate",
    "issue_participation_certificates",
    "leave_project",
    "let_account_go",
    "let_partners_invite",
    "publish_project",
    "recall_project",
    "reject_project",
    "remove_partner",
    "reopen_project",
    "resubmit_project",
    "return_project",
    "send_project",
    "set_rule",
    "stop_deletion",
    "unpublish_project",
    "withdraw_invitation",
    "withdraw_project",
    "withhold_project",
]
