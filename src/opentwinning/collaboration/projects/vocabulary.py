"""States, roles, decisions and limits of projects."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import pgettext_lazy

from opentwinning.core.places import Place
from opentwinning.core.verdicts import Text


class ProjectState(StrEnum):
    """J-03, J-12: the life of a project."""

    DRAFT = "draft"
    WAITING_FOR_PARTNER = "waiting_partner"
    DECLINED = "declined"  # the chosen partner said no; another may be asked
    WAITING_FOR_OFFICES = "waiting_offices"
    RETURNED = "returned"  # an office asks for changes
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    APPROVED = "approved"  # active: the TwinSpace is open
    CLOSED = "closed"
    ARCHIVED = "archived"
    DELETING = "deleting"  # thirty days in which it may be kept after all (row 27)
    DELETED = "deleted"  # a row without texts: what was decided, counted and certified stays


_S = ProjectState
TRANSITIONS: dict[ProjectState, frozenset[ProjectState]] = {
    _S.DRAFT: frozenset({_S.WAITING_FOR_PARTNER}),
    _S.WAITING_FOR_PARTNER: frozenset({_S.WAITING_FOR_OFFICES, _S.DECLINED, _S.DRAFT}),
    _S.DECLINED: frozenset({_S.WAITING_FOR_PARTNER}),
    _S.WAITING_FOR_OFFICES: frozenset({_S.APPROVED, _S.RETURNED, _S.REJECTED, _S.WITHDRAWN}),
    _S.RETURNED: frozenset({_S.WAITING_FOR_OFFICES, _S.REJECTED, _S.WITHDRAWN}),
    _S.APPROVED: frozenset({_S.CLOSED, _S.DELETING}),
    _S.CLOSED: frozenset({_S.APPROVED, _S.ARCHIVED, _S.DELETING}),
    _S.REJECTED: frozenset(),
    _S.WITHDRAWN: frozenset(),
    _S.ARCHIVED: frozenset({_S.DELETING}),
    _S.DELETING: frozenset({_S.APPROVED, _S.CLOSED, _S.ARCHIVED, _S.DELETED}),
    _S.DELETED: frozenset(),
}

UNSENT = frozenset({_S.DRAFT, _S.DECLINED})  # nobody has agreed to anything: may be deleted
UNDER_DECISION = frozenset({_S.WAITING_FOR_OFFICES, _S.RETURNED})
PENDING = UNSENT | UNDER_DECISION | {_S.WAITING_FOR_PARTNER}  # not yet approved
EDITABLE = PENDING | {_S.APPROVED}  # descriptions stay editable after the approval
# Approved once: what visitors, labels and certificates may speak about.
REAL = frozenset({_S.APPROVED, _S.CLOSED, _S.ARCHIVED})
FINISHED = frozenset({_S.CLOSED, _S.ARCHIVED, _S.REJECTED, _S.WITHDRAWN})

STATE_LABELS = {
    _S.DRAFT: pgettext_lazy("project state", "Draft"),
    _S.WAITING_FOR_PARTNER: pgettext_lazy("project state", "Waiting for the partner"),
    _S.DECLINED: pgettext_lazy("project state", "The partner declined"),
    _S.WAITING_FOR_OFFICES: pgettext_lazy("project state", "Waiting for approval"),
    _S.RETURNED: pgettext_lazy("project state", "Changes are needed"),
    _S.REJECTED: pgettext_lazy("project state", "Not approved"),
    _S.WITHDRAWN: pgettext_lazy("project state", "Withdrawn"),
    _S.APPROVED: pgettext_lazy("project state", "Active"),
    _S.CLOSED: pgettext_lazy("project state", "Closed"),
    _S.ARCHIVED: pgettext_lazy("project state", "Archived"),
    _S.DELETING: pgettext_lazy("project state", "Will be deleted"),
    _S.DELETED: pgettext_lazy("project state", "Deleted"),
}


class DeletionState(StrEnum):
    """Row 27: both founders ask, a support organisation agrees, thirty days pass."""

    ASKED = "asked"  # the other founder has not agreed yet
    AGREED = "agreed"  # the support organisations decide
    SCHEDULED = "scheduled"  # the days of grace run
    STOPPED = "stopped"
    DONE = "done"


_D = DeletionState
DELETION_TRANSITIONS: dict[DeletionState, frozenset[DeletionState]] = {
    _D.ASKED: frozenset({_D.AGREED, _D.STOPPED}),
    _D.AGREED: frozenset({_D.SCHEDULED, _D.STOPPED}),
    _D.SCHEDULED: frozenset({_D.STOPPED, _D.DONE}),
    _D.STOPPED: frozenset(),
    _D.DONE: frozenset(),
}
OPEN_DELETIONS = frozenset({_D.ASKED, _D.AGREED, _D.SCHEDULED})
DELETION_GRACE = dt.timedelta(days=30)


class PartnershipRole(StrEnum):
    FOUNDER = "founder"
    PARTNER = "partner"


class InvitationState(StrEnum):
    WAITING = "waiting"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class Decision(StrEnum):
    """Where one support organisation stands."""

    WAITING = "waiting"
    APPROVED = "approved"
    RETURNED = "returned"
    REJECTED = "rejected"


DECISION_LABELS = {
    Decision.WAITING: pgettext_lazy("project decision", "Not decided yet"),
    Decision.APPROVED: pgettext_lazy("project decision", "Approved"),
    Decision.RETURNED: pgettext_lazy("project decision", "Asks for changes"),
    Decision.REJECTED: pgettext_lazy("project decision", "Not approved"),
}


class StepKind(StrEnum):
    """What can happen to a project, as its history tells it."""

    SENT = "sent"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    APPROVED = "approved"
    RETURNED = "returned"
    REJECTED = "rejected"
    RESUBMITTED = "resubmitted"
    WITHDRAWN = "withdrawn"
    JOINED = "joined"
    LEFT = "left"
    GONE = "gone"  # her account was erased: nobody is named
    SUCCEEDED = "succeeded"
    CLOSED = "closed"
    REOPENED = "reopened"
    ARCHIVED = "archived"
    DELETE_ASKED = "del_asked"
    DELETE_SET = "del_set"
    KEPT = "kept"


HISTORY_WORDS: dict[StepKind, Text] = {
    StepKind.SENT: pgettext_lazy("project history", "Asked a partner to found it together"),
    StepKind.ACCEPTED: pgettext_lazy("project history", "Agreed to found it together"),
    StepKind.DECLINED: pgettext_lazy("project history", "Declined to found it"),
    StepKind.APPROVED: pgettext_lazy("project history", "Approved"),
    StepKind.RETURNED: pgettext_lazy("project history", "Asked for changes"),
    StepKind.REJECTED: pgettext_lazy("project history", "Did not approve"),
    StepKind.RESUBMITTED: pgettext_lazy("project history", "Sent it again after changes"),
    StepKind.WITHDRAWN: pgettext_lazy("project history", "Took it back"),
    StepKind.JOINED: pgettext_lazy("project history", "Joined"),
    StepKind.LEFT: pgettext_lazy("project history", "Left"),
    StepKind.GONE: pgettext_lazy("project history", "A teacher left the platform"),
    StepKind.SUCCEEDED: pgettext_lazy("project history", "Became a founder"),
    StepKind.CLOSED: pgettext_lazy("project history", "Closed it"),
    StepKind.REOPENED: pgettext_lazy("project history", "Reopened it"),
    StepKind.ARCHIVED: pgettext_lazy("project history", "Archived it"),
    StepKind.DELETE_ASKED: pgettext_lazy("project history", "Asked to delete it"),
    StepKind.DELETE_SET: pgettext_lazy("project history", "Agreed to delete it"),
    StepKind.KEPT: pgettext_lazy("project history", "Kept it"),
}

# What a founder reads on the card of her project: what happens next, and whose turn it is.
NEXT_STEPS: dict[ProjectState, Text] = {
    _S.DRAFT: pgettext_lazy("project next step", "Finish the plan and send it to your partner."),
    _S.WAITING_FOR_PARTNER: pgettext_lazy("project next step", "Your partner reads the plan now."),
    _S.DECLINED: pgettext_lazy("project next step", "Choose another partner."),
    _S.WAITING_FOR_OFFICES: pgettext_lazy(
        "project next step", "The support organisations decide now."
    ),
    _S.RETURNED: pgettext_lazy("project next step", "Change the plan and send it again."),
    _S.REJECTED: pgettext_lazy("project next step", "You can begin a new project from its texts."),
    _S.WITHDRAWN: pgettext_lazy("project next step", "You can begin a new project from its texts."),
    _S.APPROVED: pgettext_lazy("project next step", "Work together in the TwinSpace."),
    _S.CLOSED: pgettext_lazy("project next step", "Download your certificate."),
    _S.ARCHIVED: pgettext_lazy("project next step", "Look back at what you made."),
    _S.DELETING: pgettext_lazy("project next step", "Take along what you need, or keep it."),
    _S.DELETED: pgettext_lazy("project next step", "Nothing is left of it."),
}


class ProjectTraitKind(StrEnum):
    """What a project is searched by."""

    LANGUAGE = "language"
    SUBJECT = "subject"
    AGE = "age"
    TOOL = "tool"


class PlanStep(StrEnum):
    """The task list of a registration: each step is saved by itself (X-24)."""

    AIMS = "aims"
    PUPILS = "pupils"
    PLAN = "plan"
    PARTNER = "partner"


STEP_LABELS = {
    PlanStep.AIMS: pgettext_lazy("projects", "Title and aims"),
    PlanStep.PUPILS: pgettext_lazy("projects", "Pupils, languages and subjects"),
    PlanStep.PLAN: pgettext_lazy("projects", "Plan of work and results"),
    PlanStep.PARTNER: pgettext_lazy("projects", "Your partner"),
}


class RuleKey(StrEnum):
    """Rules of the programme that differ by year (C-19, J-12)."""

    NATIONAL_PROJECTS = "national_projects"  # both founders may be of one country
    REOPENING = "reopening"  # multi-year projects may be reopened (J-13)


RULE_LABELS: dict[RuleKey, Text] = {
    RuleKey.NATIONAL_PROJECTS: pgettext_lazy("projects", "Both founders may come from one country"),
    RuleKey.REOPENING: pgettext_lazy(
        "projects", "Projects planned for several years may be reopened"
    ),
}

PARTICIPATION_CERTIFICATE = "projects.participation"
CLASS_CERTIFICATE = "projects.class"

PUBLIC_PARTS = ("aims", "process", "results")  # of the texts, what founders may choose to show
TITLE_MAX = 120
SUMMARY_MAX = 600
TEXT_MAX = 4000
MESSAGE_MAX = 1500
PUPILS_MAX = 999


@dataclass(frozen=True, slots=True)
class LabelSource:
    """What an app above knows about labels, for lists of projects: the levels one may filter by,
    the levels of many projects at once (highest first), and the projects of one level (ids)."""

    levels: Callable[[], list[tuple[str, Text]]]
    of_projects: Callable[[list[int]], Mapping[int, list[str]]]
    projects_with: Callable[[str], frozenset[int]]


# Whoever opens the closed place of projects adds: project ids → addresses of their places.
WORKPLACES: Place[Callable[[list[int]], Mapping[int, str]]] = Place("workplaces")
# Whoever awards labels adds what lists of projects may show and filter.
LABELS: Place[LabelSource] = Place("labels")
