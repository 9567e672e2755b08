"""Who may apply, assess, award (matrix rows 49–52)."""

from django.db.models import Q
from django.utils.translation import pgettext_lazy

from opentwinning.collaboration.projects.models import Partnership
from opentwinning.collaboration.recognition.models import (
    Assessor,
    LabelApplication,
    LabelWindow,
)
from opentwinning.collaboration.recognition.vocabulary import UNDER_WAY, ApplicationState
from opentwinning.core.actor import Actor, Role
from opentwinning.core.clock import today
from opentwinning.core.verdicts import Verdict, granted, hidden, refused
from opentwinning.people.accounts.models import Account
from opentwinning.people.organisations.models import Affiliation
from opentwinning.people.support.queries import is_in_charge, officers_of

_CLOSED = pgettext_lazy("label", "The window for applications is closed.")
_SENT = pgettext_lazy("label", "This application was sent. It cannot be changed now.")
_NOT_NOW = pgettext_lazy("label", "This is not possible in the application's present state.")
_CONFLICT = pgettext_lazy(
    "label", "This person works at the same school or in the same project. Choose somebody else."
)


def is_open(window: LabelWindow) -> bool:
    """Applications are taken today."""
    return window.opens_on <= today() <= window.closes_on


def may_see_application(actor: Actor, application: LabelApplication) -> Verdict:
    """The applicant; the assigned assessor; officers in charge, once it was sent (row 50)."""
    if actor.account_id is not None and application.educator.account_id == actor.account_id:
        return granted()
    if application.state in {ApplicationState.DRAFT, ApplicationState.WITHDRAWN}:
        return hidden()
    if is_in_charge(actor, application.window.country):
        return granted()
    return may_read_evidence(actor, application)


def may_edit_application(actor: Actor, application: LabelApplication) -> Verdict:
    """The applicant, a draft, in an open window."""
    if actor.account_id is None or application.educator.account_id != actor.account_id:
        return hidden()
    if application.state != ApplicationState.DRAFT:
        return refused(_SENT)
    return granted() if is_open(application.window) else refused(_CLOSED)


def may_withdraw_application(actor: Actor, application: LabelApplication) -> Verdict:
    """The applicant, before somebody began to assess."""
    if actor.account_id is None or application.educator.account_id != actor.account_id:
        return hidden()
    early = {ApplicationState.DRAFT, ApplicationState.SUBMITTED}
    return granted() if application.state in early else refused(_SENT)


def may_read_evidence(actor: Actor, application: LabelApplication) -> Verdict:
    """The assigned assessor while she assesses; then it is closed again."""
    assessment = getattr(application, "assessment", None)
    if (
        assessment is not None
        and actor.account_id is not None
        and assessment.assessor_id == actor.account_id
        and application.state in UNDER_WAY
    ):
        return granted()
    return hidden()


def may_assess_application(actor: Actor, application: LabelApplication) -> Verdict:
    """The assigned assessor, never in a conflict of interest (G11)."""
    verdict = may_read_evidence(actor, application)
    if not verdict:
        return verdict
    if application.state != ApplicationState.IN_ASSESSMENT:
        return refused(_NOT_NOW)
    return conflict_of_interest(actor.account, application)


def conflict_of_interest(account_id: int, application: LabelApplication) -> Verdict:
    """Nobody judges her own, her school's or her project's work (G11)."""
    if application.educator.account_id == account_id:
        return refused(_CONFLICT)
    same_project = Partnership.objects.filter(
        project=application.project, educator__account_id=account_id
    )
    schools = Affiliation.objects.filter(educator=application.educator).values("organisation")
    same_school = Affiliation.objects.filter(educator__account_id=account_id).filter(
        Q(organisation__in=schools) | Q(organisation=application.organisation_id)
    )
    if same_project.exists() or same_school.exists():
        return refused(_CONFLICT)
    return granted()


def may_assign_assessor(
    actor: Actor, application: LabelApplication, assessor: Account | None = None
) -> Verdict:
    """An officer in charge gives the application to somebody without a conflict."""
    if not is_in_charge(actor, application.window.country):
        return hidden()
    if application.state not in {ApplicationState.SUBMITTED, ApplicationState.IN_ASSESSMENT}:
        return refused(_NOT_NOW)
    if assessor is None:
        return granted()
    country = application.window.country
    known = (
        assessor.pk in officers_of(country)
        or Assessor.objects.filter(
            educator__account=assessor, country=country, ended_at=None
        ).exists()
    )
    if not known:
        return refused(pgettext_lazy("label", "This person is no assessor of your country."))
    return conflict_of_interest(assessor.pk, application)


def may_decide_application(actor: Actor, application: LabelApplication) -> Verdict:
    """An officer in charge, after the assessment, never about her own work (row 51)."""
    if not is_in_charge(actor, application.window.country):
        return hidden()
    if application.educator.account_id == actor.account_id:
        return refused(_CONFLICT)
    if application.state != ApplicationState.ASSESSED:
        return refused(_NOT_NOW)
    return granted()


def may_let_go(actor: Actor) -> Verdict:
    """The house itself, when an account is erased or a project deleted."""
    return granted() if actor.is_a(Role.SYSTEM) else hidden()


def may_appoint_assessor(actor: Actor, country: str) -> Verdict:
    """Row 57."""
    return granted() if is_in_charge(actor, country) else hidden()


def may_edit_window(actor: Actor, country: str) -> Verdict:
    """Windows belong to the country's office; the operator sets up."""
    if actor.is_a(Role.SYSTEM) or is_in_charge(actor, country):
        return granted()
    return hidden()


def may_edit_criteria(actor: Actor) -> Verdict:
    """Criteria and the European rule are the centre's."""
    return granted() if actor.is_a(Role.CENTRAL_OFFICER, Role.SYSTEM) else hidden()


def may_recommend_project(actor: Actor, country: str) -> Verdict:
    """A national officer for labels of her country (row 52)."""
    if country in actor.countries or actor.is_a(Role.CENTRAL_OFFICER):
        return granted()
    return hidden()


def may_hold_round(actor: Actor) -> Verdict:
    """The European label is the centre's (Q-33)."""
    return granted() if actor.is_a(Role.CENTRAL_OFFICER, Role.SYSTEM) else hidden()
