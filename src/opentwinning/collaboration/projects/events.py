"""Facts about projects."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FounderAsked:
    """The second founder was asked for her consent (J-02)."""

    project_id: int
    educator_id: int


@dataclass(frozen=True, slots=True)
class FounderAgreed:
    project_id: int
    educator_id: int


@dataclass(frozen=True, slots=True)
class FounderDeclined:
    project_id: int
    educator_id: int
    message: str


@dataclass(frozen=True, slots=True)
class ProjectSubmitted:
    """These countries' support organisations must decide now, for the first time or again."""

    project_id: int
    countries: list[str]


@dataclass(frozen=True, slots=True)
class DecisionRecorded:
    """One support organisation decided; ``state`` is the project's state after it."""

    project_id: int
    country: str
    decision: str
    message: str
    state: str


@dataclass(frozen=True, slots=True)
class ProjectApproved:
    """The last yes was given: the TwinSpace opens (T-01)."""

    project_id: int
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class ProjectRejected:
    project_id: int


@dataclass(frozen=True, slots=True)
class ProjectWithdrawn:
    """By one founder, while the offices had it."""

    project_id: int
    account_id: int


@dataclass(frozen=True, slots=True)
class ProjectRenamed:
    project_id: int
    title: str


@dataclass(frozen=True, slots=True)
class PartnerInvited:
    project_id: int
    educator_id: int
    message: str


@dataclass(frozen=True, slots=True)
class InvitationDeclined:
    project_id: int
    educator_id: int
    message: str


@dataclass(frozen=True, slots=True)
class PartnerJoined:
    """A further partner joined an approved project."""

    project_id: int
    partnership_id: int
    educator_id: int
    account_id: int


@dataclass(frozen=True, slots=True)
class PartnerLeft:
    """A partner left, was removed, or is gone for good (``is_erased``: nobody is named)."""

    project_id: int
    partnership_id: int
    educator_id: int
    account_id: int
    was_removed: bool = False
    reason: str = ""
    is_erased: bool = False


@dataclass(frozen=True, slots=True)
class FounderGone:
    """A founder was erased; the project goes on without her. Nobody is named."""

    project_id: int


@dataclass(frozen=True, slots=True)
class FounderSucceeded:
    """The last founder was erased: this partner runs the project now."""

    project_id: int
    partnership_id: int
    account_id: int


@dataclass(frozen=True, slots=True)
class ProjectOrphaned:
    """The last of its teachers was erased: the project was closed."""

    project_id: int


@dataclass(frozen=True, slots=True)
class PlanAbandoned:
    """A founder was erased before the approval; ``told`` are others who took part or were asked.
    Unless the offices had it, the plan itself is gone, too."""

    project_id: int
    title: str
    told: list[int]
    was_submitted: bool


@dataclass(frozen=True, slots=True)
class FounderUnavailable:
    """Whoever was asked to found a project was erased before she answered."""

    project_id: int


@dataclass(frozen=True, slots=True)
class ProjectClosed:
    project_id: int
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class ProjectReopened:
    project_id: int
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class ProjectArchived:
    project_id: int


@dataclass(frozen=True, slots=True)
class DeletionAsked:
    """A founder wants the project deleted; ``account_ids`` must agree, else the office decides."""

    project_id: int
    account_ids: list[int]


@dataclass(frozen=True, slots=True)
class DeletionAgreed:
    """Both founders agree: the support organisations decide."""

    project_id: int


@dataclass(frozen=True, slots=True)
class DeletionScheduled:
    """The days of grace begin: read only, nothing public."""

    project_id: int
    due_at: dt.datetime


@dataclass(frozen=True, slots=True)
class DeletionStopped:
    """The project is kept. ``was_scheduled``: the days of grace ran."""

    project_id: int
    was_scheduled: bool
    is_active: bool
    message: str


@dataclass(frozen=True, slots=True)
class ProjectDeleting:
    """In the transaction of the deletion, first: let go of what hinders it."""

    project_id: int


@dataclass(frozen=True, slots=True)
class ProjectDeleted:
    """Everything made in it goes, in this transaction."""

    project_id: int


@dataclass(frozen=True, slots=True)
class ProjectPublished:
    project_id: int


@dataclass(frozen=True, slots=True)
class ProjectUnpublished:
    project_id: int
