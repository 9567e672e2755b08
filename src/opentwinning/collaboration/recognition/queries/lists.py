"""Lists of applications, labels, assessors."""

import datetime as dt

from django.db.models import QuerySet

from opentwinning.collaboration.projects.models import Project
from opentwinning.collaboration.recognition.models import (
    Assessment,
    Assessor,
    LabelApplication,
    LabelWindow,
    QualityLabel,
)
from opentwinning.collaboration.recognition.policies import conflict_of_interest
from opentwinning.collaboration.recognition.vocabulary import (
    ApplicationState,
)
from opentwinning.core.actor import Actor, Role
from opentwinning.core.clock import today
from opentwinning.core.prepared import prepared
from opentwinning.people.accounts.models import Account
from opentwinning.people.educators.models import Educator
from opentwinning.people.organisations.models import Organisation
from opentwinning.people.support.queries import officers_of


def window_for(country: str, on: dt.date | None = None) -> LabelWindow | None:
    """The window open in a country on a day, else the next one to open."""
    day = on or today()
    windows = LabelWindow.objects.select_related("scheme").filter(
        country=country, closes_on__gte=day
    )
    return windows.order_by("opens_on").first()


def applications_of(actor: Actor) -> QuerySet[LabelApplication]:
    """The actor's own applications, newest first."""
    return (
        LabelApplication.objects.filter(educator__account_id=actor.account)
        .exclude(state=ApplicationState.WITHDRAWN)
        .select_related("project", "window")
        .order_by("-created_at")
    )


def applications_waiting_for(
    actor: Actor, states: frozenset[ApplicationState]
) -> QuerySet[LabelApplication]:
    """Applications in these states that the officer has to do with, oldest first (B13)."""
    rows = LabelApplication.objects.filter(state__in=states).select_related(
        "project", "educator", "window", "organisation", "assessment__assessor"
    )
    if not actor.is_a(Role.CENTRAL_OFFICER):
        rows = rows.filter(window__country__in=actor.countries)
    return rows.exclude(educator__account_id=actor.account).order_by("submitted_at", "pk")


def applications_to_assess(actor: Actor) -> QuerySet[Assessment]:
    """What the actor was asked to score and has not, oldest first."""
    return (
        Assessment.objects.filter(
            assessor_id=actor.account, application__state=ApplicationState.IN_ASSESSMENT
        )
        .select_related("application__project", "application__educator", "application__window")
        .order_by("assigned_at")
    )


def possible_assessors(application: LabelApplication) -> list[Account]:
    """Assessors and officers of the country without a conflict of interest; forbidden pairs are
    never listed (G11)."""
    country = application.window.country
    trusted = Assessor.objects.filter(country=country, ended_at=None)
    ids = set(trusted.values_list("educator__account_id", flat=True)) | set(officers_of(country))
    people = Account.objects.filter(pk__in=ids).order_by("name")
    return [person for person in people if conflict_of_interest(person.pk, application)]


WAITING = 5  # of each kind, on Today


@prepared
def _of_project(project: int) -> QuerySet[QualityLabel]:
    rows = QualityLabel.objects.filter(project_id=project)
    return rows.select_related("educator", "organisation").order_by("level", "awarded_at")


@prepared
def _applied(project: int, account: int) -> QuerySet[LabelApplication]:
    mine = LabelApplication.objects.filter(project_id=project, educator__account_id=account)
    return mine.exclude(state=ApplicationState.WITHDRAWN).order_by("-pk")[:1]


def application_for(actor: Actor, project: Project) -> LabelApplication | None:
    """The actor's latest application for a project."""
    return next(iter(_applied(project.pk, actor.account)), None)


@prepared
def _begun(account: int) -> QuerySet[LabelApplication, tuple[str, str]]:
    mine = LabelApplication.objects.filter(educator__account_id=account)
    drafts = mine.filter(state=ApplicationState.DRAFT).order_by("-created_at")
    return drafts.values_list("project__title", "ref")[:WAITING]


@prepared
def _to_assess(account: int) -> QuerySet[Assessment, tuple[str, str]]:
    mine = Assessment.objects.filter(assessor_id=account)
    rows = mine.filter(application__state=ApplicationState.IN_ASSESSMENT).order_by("assigned_at")
    return rows.values_list("application__project__title", "application__ref")[:WAITING]


def labels_waiting_for(actor: Actor) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """For Today: project and application of the drafts to finish, and of those to assess."""
    return _begun(actor.account), _to_assess(actor.account)


def labels_of_project(project: Project) -> list[QualityLabel]:
    """Every label of a project, European first."""
    return _of_project(project.pk)


def labels_of_educator(educator: Educator) -> list[QualityLabel]:
    """An educator's labels, newest first: her portfolio (L-23)."""
    rows = QualityLabel.objects.filter(educator=educator).select_related("project", "certificate")
    return list(rows.order_by("-awarded_at"))


def labels_of_organisation(organisation: Organisation) -> list[QualityLabel]:
    """Labels that its educators got while they worked there (X-122), newest first."""
    rows = QualityLabel.objects.filter(organisation=organisation).select_related("project")
    return list(rows.order_by("-awarded_at"))
