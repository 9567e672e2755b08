"""Who may do what with a project (matrix rows 2, 20–23, 25, 26 and the state overlays of 4.3)."""

from django.db.models import QuerySet
from django.utils.translation import pgettext_lazy

from opentwinning.collaboration.projects.models import (
    Approval,
    Deletion,
    Invitation,
    Partnership,
    Project,
    Rule,
)
from opentwinning.collaboration.projects.vocabulary import (
    FINISHED,
    OPEN_DELETIONS,
    REAL,
    UNDER_DECISION,
    UNSENT,
    DeletionState,
    InvitationState,
    ProjectState,
    RuleKey,
)
from opentwinning.core.actor import Actor, Role
from opentwinning.core.clock import now
from opentwinning.core.prepared import prepared
from opentwinning.core.recall import once_per_page
from opentwinning.core.verdicts import Text, Verdict, granted, hidden, refused
from opentwinning.people.support.queries import is_in_charge

_ONLY_FOUNDERS = pgettext_lazy("project", "Only the two founders may do this.")
_OFFICE = pgettext_lazy("project", "Only a support organisation may do this.")
_WITHHELD = pgettext_lazy(
    "project", "The public page was hidden after a report. You can object to that decision."
)
_OTHER_STATE = pgettext_lazy("project", "This is not possible in the project's present state.")


@prepared
def _seats(project: int, account: int) -> QuerySet[Partnership]:
    mine = Partnership.objects.filter(project_id=project, educator__account_id=account)
    return mine.filter(left_at=None).select_related("educator").order_by("pk")


@once_per_page
def partnership_of(actor: Actor, project: Project) -> Partnership | None:
    """The actor's running partnership."""
    if actor.account_id is None:
        return None
    return next(iter(_seats(project.pk, actor.account_id)), None)


@once_per_page
def is_officer_concerned(actor: Actor, project: Project) -> bool:
    """An officer in charge of a founder's country, once both founders agreed (4.3)."""
    if project.submitted_at is None or project.state == ProjectState.DELETED:
        return False
    if actor.is_a(Role.CENTRAL_OFFICER):
        return True
    if not actor.countries:
        return False
    return Approval.objects.filter(project=project, country__in=actor.countries).exists()


def may_begin_project(actor: Actor) -> Verdict:
    """Validated educators (row 20)."""
    if actor.is_a(Role.VALIDATED):
        return granted()
    return refused(pgettext_lazy("project", "You can begin a project when you are validated."))


def may_see_project(actor: Actor, project: Project) -> Verdict:
    """Partners always; who was invited; officers concerned (row 22, 4.3)."""
    if partnership_of(actor, project) is not None or is_officer_concerned(actor, project):
        return granted()
    if actor.account_id is None:
        return hidden()
    waiting = Invitation.objects.filter(
        project=project, educator__account_id=actor.account_id, state=InvitationState.WAITING
    )
    return granted() if waiting.exists() else hidden()


def may_visit_project(actor: Actor, project: Project) -> Verdict:
    """Everybody, once the founders published it (row 2)."""
    return granted() if project.is_published and project.is_real else hidden()


def may_find_project(actor: Actor, project: Project) -> Verdict:
    """Whoever may visit it or see it from inside: the address is the same."""
    verdict = may_visit_project(actor, project)
    return verdict or may_see_project(actor, project)


def may_edit_project(actor: Actor, project: Project) -> Verdict:
    """Founders, until the project is closed (X-25, X-27)."""
    verdict = _founder(actor, project)
    if verdict and not project.is_editable:
        return refused(
            pgettext_lazy("project", "This project is finished. Its description stays as it is.")
        )
    return verdict


def may_send_project(actor: Actor, project: Project) -> Verdict:
    """The first founder, to ask her partner."""
    return _founder_in(actor, project, ProjectState.DRAFT, ProjectState.DECLINED)


def may_resubmit_project(actor: Actor, project: Project) -> Verdict:
    """Founders, after an office asked for changes."""
    return _founder_in(actor, project, ProjectState.RETURNED)


def may_recall_project(actor: Actor, project: Project) -> Verdict:
    """The first founder, while her partner has not answered."""
    return _founder_in(actor, project, ProjectState.WAITING_FOR_PARTNER)


def may_withdraw_project(actor: Actor, project: Project) -> Verdict:
    """Founders, while offices decide (X-25)."""
    return _founder_in(actor, project, *UNDER_DECISION)


def may_delete_draft(actor: Actor, project: Project) -> Verdict:
    """The first founder, while nobody else is part of it (X-25)."""
    return _founder_in(actor, project, *UNSENT)


def may_copy_project(actor: Actor, project: Project) -> Verdict:
    """Founders begin a new project from the texts of a finished one (J-14)."""
    verdict = _founder_in(actor, project, *FINISHED)
    return may_begin_project(actor) if verdict else verdict


def may_answer_invitation(actor: Actor, invitation: Invitation) -> Verdict:
    """Only the invited person, once."""
    if actor.account_id is None or invitation.educator.account_id != actor.account_id:
        return hidden()
    if invitation.state != InvitationState.WAITING:
        return refused(pgettext_lazy("project", "This invitation was already answered."))
    return granted()


def may_decide_project(actor: Actor, project: Project, country: str = "") -> Verdict:
    """An officer for her own country while it is asked, never about her own project (row 21, B13).

    Without ``country``: whether she may decide for any of the countries asked.
    """
    if not is_officer_concerned(actor, project):
        return hidden()
    if partnership_of(actor, project) is not None:
        return refused(pgettext_lazy("project", "You cannot decide about your own project."))
    if country and not is_in_charge(actor, country):
        return refused(pgettext_lazy("project", "You decide only for your own country."))
    if project.state not in UNDER_DECISION:
        return refused(pgettext_lazy("project", "This project is not waiting for a decision."))
    return granted()


def may_invite_partner(actor: Actor, project: Project) -> Verdict:
    """Founders; partners where the founders allow it; only in an active project (row 23)."""
    seat = partnership_of(actor, project)
    if seat is None:
        return hidden()
    if not seat.is_founder and not project.may_partners_invite:
        return refused(_ONLY_FOUNDERS)
    return granted() if project.is_active else refused(_OTHER_STATE)


def may_set_options(actor: Actor, project: Project) -> Verdict:
    """Founders of an active project (row 22)."""
    return _founder_in(actor, project, ProjectState.APPROVED)


def may_leave_project(actor: Actor, project: Project) -> Verdict:
    """Partners; founders stay until they close the project (row 25)."""
    seat = partnership_of(actor, project)
    if seat is None:
        return hidden()
    if seat.is_founder:
        return refused(
            pgettext_lazy("project", "Founders cannot leave. You can close the project.")
        )
    return granted()


def may_remove_partner(actor: Actor, project: Project, partnership: Partnership) -> Verdict:
    """Founders, but never the other founder (row 25)."""
    verdict = _founder_in(actor, project, ProjectState.APPROVED)
    if verdict and partnership.is_founder:
        return refused(pgettext_lazy("project", "A founder cannot be removed."))
    return verdict


def may_close_project(actor: Actor, project: Project) -> Verdict:
    """Founders and officers concerned (row 26)."""
    return _founder_or_officer(actor, project, ProjectState.APPROVED)


def may_archive_project(actor: Actor, project: Project) -> Verdict:
    """As for closing, afterwards."""
    return _founder_or_officer(actor, project, ProjectState.CLOSED)


def may_reopen_project(actor: Actor, project: Project) -> Verdict:
    """As for closing, but only projects planned for several years, and while the programme's rule
    allows it (J-12, J-13); others begin a new project (J-14)."""
    verdict = _founder_or_officer(actor, project, ProjectState.CLOSED)
    if verdict and not (project.is_multi_year and Rule.allows(RuleKey.REOPENING)):
        return refused(
            pgettext_lazy(
                "project",
                "Only projects planned for several years reopen. Begin a new project instead.",
            )
        )
    return verdict


def may_publish_project(actor: Actor, project: Project) -> Verdict:
    """Founders, once the project was approved (row 42); not while a decision hides the page."""
    verdict = _founder_in(actor, project, *REAL)
    return refused(_WITHHELD) if verdict and project.withheld_at is not None else verdict


def may_unpublish_project(actor: Actor, project: Project) -> Verdict:
    """Founders; officers concerned may hide a page (row 2)."""
    verdict = _founder_or_officer(actor, project, *REAL)
    return verdict if verdict.secret or project.is_published else refused(_OTHER_STATE)


@prepared
def _open_deletions(project: int) -> QuerySet[Deletion]:
    rows = Deletion.objects.filter(project_id=project, state__in=OPEN_DELETIONS)
    return rows.select_related("asked_by").order_by("pk")[:1]


@once_per_page
def open_deletion_of(project: Project) -> Deletion | None:
    """The request to delete it that is under way."""
    return next(iter(_open_deletions(project.pk)), None)


def may_ask_deletion(actor: Actor, project: Project) -> Verdict:
    """Founders ask; an officer concerned may begin it, too (row 27). Once at a time."""
    verdict = _founder_or_officer(actor, project, *REAL)
    if verdict and open_deletion_of(project) is not None:
        return refused(pgettext_lazy("project", "Somebody has asked for this already."))
    return verdict


def may_agree_deletion(actor: Actor, project: Project) -> Verdict:
    """The other founder, never the one who asked."""
    verdict = _founder(actor, project)
    if not verdict:
        return verdict
    deletion = open_deletion_of(project)
    if deletion is None or deletion.state != DeletionState.ASKED:
        return refused(_OTHER_STATE)
    if deletion.asked_by is not None and deletion.asked_by.account_id == actor.account_id:
        return refused(pgettext_lazy("project", "The other founder must agree."))
    return granted()


def may_grant_deletion(actor: Actor, project: Project) -> Verdict:
    """An officer concerned when both founders agree, never about her own project (row 27)."""
    if not is_officer_concerned(actor, project):
        return _founder(actor, project) and refused(_OFFICE)
    if partnership_of(actor, project) is not None:
        return refused(pgettext_lazy("project", "You cannot decide about your own project."))
    deletion = open_deletion_of(project)
    if deletion is None or deletion.state != DeletionState.AGREED:
        return refused(_OTHER_STATE)
    return granted()


def may_stop_deletion(actor: Actor, project: Project) -> Verdict:
    """Founders and officers concerned until the last day; what an office began, only an office
    stops."""
    officer = is_officer_concerned(actor, project)
    verdict = granted() if officer else _founder(actor, project)
    if not verdict:
        return verdict
    deletion = open_deletion_of(project)
    if deletion is None:
        return refused(_OTHER_STATE)
    return granted() if officer or deletion.asked_by_id is not None else refused(_OFFICE)


def may_handle_deletion(actor: Actor, project: Project) -> Verdict:
    """Founders and officers concerned read where it stands."""
    return _founder_or_officer(actor, project, *REAL, ProjectState.DELETING)


def may_delete_project(actor: Actor, project: Project) -> Verdict:
    """The job, when the days of grace are over."""
    deletion = open_deletion_of(project)
    over = deletion is not None and deletion.due_at is not None and deletion.due_at <= now()
    return granted() if actor.is_a(Role.SYSTEM) and over else hidden()


def may_let_account_go(actor: Actor) -> Verdict:
    """The house itself, when an account is erased."""
    return granted() if actor.is_a(Role.SYSTEM) else hidden()


def may_set_rules(actor: Actor) -> Verdict:
    """The centre."""
    if actor.is_a(Role.CENTRAL_OFFICER, Role.SYSTEM):
        return granted()
    return refused(pgettext_lazy("project", "Only the central office may do this."))


def _founder(actor: Actor, project: Project) -> Verdict:
    seat = partnership_of(actor, project)
    if seat is None:
        return refused(_ONLY_FOUNDERS) if may_see_project(actor, project) else hidden()
    return granted() if seat.is_founder else refused(_ONLY_FOUNDERS)


def _founder_in(actor: Actor, project: Project, *states: ProjectState) -> Verdict:
    verdict = _founder(actor, project)
    return _in_state(project, states, _OTHER_STATE) if verdict else verdict


def _founder_or_officer(actor: Actor, project: Project, *states: ProjectState) -> Verdict:
    verdict = granted() if is_officer_concerned(actor, project) else _founder(actor, project)
    return _in_state(project, states, _OTHER_STATE) if verdict else verdict


def _in_state(project: Project, states: tuple[ProjectState, ...], reason: Text) -> Verdict:
    return granted() if project.state in states else refused(reason)
