"""Cases: the door, the desk's queue, what is due."""

import datetime as dt

from django.db.models import Count, Q, QuerySet

from opentwinning.core.actor import Actor, Role
from opentwinning.core.clock import now
from opentwinning.core.verdicts import Refused, deny_unless, hidden
from opentwinning.people.pupils.models import Pupil
from opentwinning.people.pupils.queries import owners_of
from opentwinning.people.safeguarding.models import Case, Statement
from opentwinning.people.safeguarding.policies import may_decide_case, may_see_case
from opentwinning.people.safeguarding.queries.clocks import clocks
from opentwinning.people.safeguarding.vocabulary import (
    CaseState,
    Level,
    Measure,
    Reported,
    reportable,
)
from opentwinning.people.support.queries import is_in_charge


def access_case(actor: Actor, ref: str) -> Case:
    """The case behind a public id."""
    case = Case.objects.filter(ref=ref).first()
    if case is None:
        raise Refused(hidden())
    deny_unless(may_see_case(actor, case))
    return case


def cases_for(actor: Actor) -> QuerySet[Case]:
    """Open cases that have come to this officer, the gravest first, then by deadline."""
    mine = Q(country__in=actor.countries) & ~Q(level=Level.TEACHER)
    if actor.is_a(Role.CENTRAL_OFFICER):
        mine |= Q(level=Level.CENTRE)
    rows = Case.objects.filter(mine, state=CaseState.OPEN).exclude(author_account_id=actor.account)
    return rows.annotate(reports_count=Count("reports")).order_by("-is_grave", "due_at", "pk")


def cases_to_look_at(actor: Actor) -> list[Case]:
    """Open cases in which a teacher looks first."""
    if actor.account_id is None:
        return []
    rows = Case.objects.filter(state=CaseState.OPEN, guardians__account_id=actor.account_id)
    return list(rows.order_by("due_at", "pk"))


def cases_overdue() -> list[Case]:
    """Whose deadline has passed."""
    return list(Case.objects.filter(state=CaseState.OPEN, due_at__lte=now()).order_by("due_at"))


def cases_to_forget() -> list[Case]:
    """Decided so long ago that the evidence goes; an appeal that waits keeps it."""
    limit = now() - dt.timedelta(days=clocks().evidence_days)
    waiting = Statement.objects.filter(answered_at=None, ended_at=None).exclude(appealed_at=None)
    rows = Case.objects.filter(
        state=CaseState.DECIDED, decided_at__lt=limit, evidence_erased_at=None
    )
    return list(rows.exclude(statements__in=waiting))


def guardians_of(item: Reported, reporter: Actor) -> list[int]:
    """Accounts of the teachers who look first: those of the place, and those who answer for a pupil
    who wrote or reported. Never the author."""
    found = set(item.guardians)
    pupils = [pk for pk in (item.pupil_id, reporter.pupil_id) if pk is not None]
    for pupil in Pupil.objects.filter(pk__in=pupils).select_related("school_class"):
        found |= set(owners_of(pupil.school_class).values_list("account_id", flat=True))
    return sorted(found - {item.account_id or 0})


def measures_for(actor: Actor, case: Case) -> list[Measure]:
    """What this person may decide: only an office suspends, and only an adult's account."""
    if not may_decide_case(actor, case):
        return []
    kind = reportable(case.kind)
    found = [Measure.NONE, Measure.WARN]
    if kind is not None and kind.can_hide:
        found.append(Measure.HIDE)
    if case.author_account_id is not None and is_in_charge(actor, case.country):
        found.append(Measure.SUSPEND)
    return found
