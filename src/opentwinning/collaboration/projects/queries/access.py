"""The doors."""

from collections.abc import Callable
from typing import Literal

from django.db.models import QuerySet

from opentwinning.collaboration.projects.models import Invitation, Partnership, Project
from opentwinning.collaboration.projects.policies import (
    may_archive_project,
    may_close_project,
    may_copy_project,
    may_decide_project,
    may_delete_draft,
    may_edit_project,
    may_find_project,
    may_handle_deletion,
    may_invite_partner,
    may_leave_project,
    may_publish_project,
    may_recall_project,
    may_remove_partner,
    may_reopen_project,
    may_resubmit_project,
    may_see_project,
    may_send_project,
    may_set_options,
    may_unpublish_project,
    may_visit_project,
    may_withdraw_project,
    partnership_of,
)
from opentwinning.core.actor import Actor
from opentwinning.core.prepared import prepared
from opentwinning.core.verdicts import Refused, Verdict, deny_unless, hidden

type Intention = Literal[
    "see",
    "find",
    "visit",
    "edit",
    "send",
    "resubmit",
    "recall",
    "withdraw",
    "delete",
    "copy",
    "decide",
    "invite",
    "set",
    "leave",
    "close",
    "reopen",
    "archive",
    "publish",
    "unpublish",
    "end",
]

_POLICIES: dict[str, Callable[[Actor, Project], Verdict]] = {
    "see": may_see_project,
    "find": may_find_project,
    "visit": may_visit_project,
    "edit": may_edit_project,
    "send": may_send_project,
    "resubmit": may_resubmit_project,
    "recall": may_recall_project,
    "withdraw": may_withdraw_project,
    "delete": may_delete_draft,
    "copy": may_copy_project,
    "decide": may_decide_project,
    "invite": may_invite_partner,
    "set": may_set_options,
    "leave": may_leave_project,
    "close": may_close_project,
    "reopen": may_reopen_project,
    "archive": may_archive_project,
    "publish": may_publish_project,
    "unpublish": may_unpublish_project,
    "end": may_handle_deletion,
}


@prepared
def _project(ref: str) -> QuerySet[Project]:
    return Project.objects.filter(ref=ref)


def access_project(actor: Actor, ref: str, *, to: Intention = "see") -> Project:
    """The project behind a public id, for one intention; absent and forbidden look alike (B3)."""
    project = next(iter(_project(ref)), None)
    if project is None:
        raise Refused(hidden())
    deny_unless(_POLICIES[to](actor, project))
    return project


def access_invitation(actor: Actor, ref: str) -> Invitation:
    """The invitation behind a public id, for the invited person only. An answered one is returned
    too, so that her page can say what she answered."""
    invitation = (
        Invitation.objects.select_related("project", "educator__account", "by_educator")
        .filter(ref=ref)
        .first()
    )
    if (
        invitation is None
        or actor.account_id is None
        or invitation.educator.account_id != actor.account_id
    ):
        raise Refused(hidden())
    return invitation


def access_sent_invitation(actor: Actor, ref: str) -> Invitation:
    """An invitation the actor may take back: of a project she may invite to."""
    invitation = Invitation.objects.select_related("project", "educator").filter(ref=ref).first()
    if invitation is None:
        raise Refused(hidden())
    deny_unless(may_invite_partner(actor, invitation.project))
    return invitation


def access_partnership(actor: Actor, ref: str) -> Partnership:
    """A running partnership that the actor may end."""
    partnership = (
        Partnership.objects.select_related("project", "educator", "organisation")
        .filter(ref=ref, left_at=None)
        .first()
    )
    if partnership is None:
        raise Refused(hidden())
    deny_unless(may_remove_partner(actor, partnership.project, partnership))
    return partnership


def is_founder(actor: Actor, project: Project) -> bool:
    """True for the two founders."""
    seat = partnership_of(actor, project)
    return seat is not None and seat.is_founder
