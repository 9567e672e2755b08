"""A case goes from level to level and is decided once (H7, X-133)."""

import datetime as dt

from django.utils.translation import override, pgettext_lazy

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor, Role
from opentwinning.core.clock import now
from opentwinning.core.events import emit
from opentwinning.core.verdicts import Invalid, deny_unless
from opentwinning.people.educators.actions import suspend_educator
from opentwinning.people.educators.models import Educator
from opentwinning.people.safeguarding.actions.statements import end_statements, state_reasons
from opentwinning.people.safeguarding.events import (
    CaseAlert,
    CaseDecided,
    ItemGivenBack,
    ItemWithheld,
)
from opentwinning.people.safeguarding.models import Case, Guardian
from opentwinning.people.safeguarding.policies import may_decide_case, may_raise_case
from opentwinning.people.safeguarding.queries import deadline, measures_for
from opentwinning.people.safeguarding.vocabulary import (
    REASON_LABELS,
    CaseState,
    Level,
    Measure,
    reportable,
)
from opentwinning.people.support.queries import officers_of

_NOT_NOW = pgettext_lazy("safeguarding", "This case has changed meanwhile. Reload the page.")
_SAY_WHY = pgettext_lazy("safeguarding", "Write the reason. The author reads it.")


@action
def raise_case(*, by: Actor, case: Case) -> Case:
    """To the next level, by the clock or by hand. The last level is reminded, once."""
    case = _locked(case)
    deny_unless(may_raise_case(by, case))
    by_hand = not by.is_a(Role.SYSTEM)
    if case.state != CaseState.OPEN or (by_hand and case.level == Level.CENTRE):
        raise Invalid(_NOT_NOW)
    note(case, before=case.level)
    if case.level == Level.CENTRE:
        case.due_at = None  # there is nobody above
        case.save(update_fields=["due_at"])
        alert(case, is_raised=True)
        return case
    has_office = case.level == Level.TEACHER and case.country
    hand_to(case, Level.OFFICE if has_office else Level.CENTRE)
    return case


@action
def decide_case(
    *, by: Actor, case: Case, measure: Measure, rule: str, reason: str, days: int = 0
) -> Case:
    """Decide, tell the author why, tell the reporters that it is done. ``days``: of a suspension, 0
    until somebody lifts it."""
    case = _locked(case)
    deny_unless(may_decide_case(by, case))
    if measure not in measures_for(by, case):
        raise Invalid(_NOT_NOW, "measure")
    if measure is not Measure.NONE and not reason.strip():
        raise Invalid(_SAY_WHY, "reason")
    case.state, case.decided_at, case.due_at = CaseState.DECIDED, now(), None
    case.measure, case.rule, case.reason = measure, rule, reason.strip()
    case.decided_by_account_id = by.account_id
    _carry_out(by, case, measure)
    case.save()
    if measure is Measure.SUSPEND:
        _suspend(by, case, days)
    note(case, reason=reason, measure=measure, rule=rule)
    told = case.reports.exclude(account=None).values_list("account_id", flat=True)
    emit(CaseDecided(case.title, sorted(told)))
    return case


def _carry_out(by: Actor, case: Case, measure: Measure) -> None:
    kind = reportable(case.kind)
    hides = measure in {Measure.HIDE, Measure.SUSPEND} and kind is not None and kind.can_hide
    if hides:
        case.hidden_at = case.hidden_at or now()
        emit(ItemWithheld(case.kind, case.item_ref, case.reason))
    elif case.hidden_at is not None:
        case.hidden_at = None
        end_statements(by=by, kind=case.kind, item_ref=case.item_ref, of_cases=True)
        emit(ItemGivenBack(case.kind, case.item_ref))
    if not hides and measure is not Measure.WARN:
        return
    state_reasons(
        by=by,
        kind=case.kind,
        item_ref=case.item_ref,
        title=case.title,
        url=case.url,
        country=case.country,
        reason=case.reason,
        measure=Measure.HIDE if hides else Measure.WARN,
        account=case.author_account,
        pupil=case.author_pupil,
        rule=case.rule,
        case=case,
    )


def _suspend(by: Actor, case: Case, days: int) -> None:
    """The suspension has its own statement."""
    educator = Educator.objects.filter(account=case.author_account).first()
    if educator is None:
        raise Invalid(_NOT_NOW, "measure")
    with override(educator.account.language):
        reason = f"{REASON_LABELS[case.rule]}: {case.title}\n\n{case.reason}"
    until = now() + dt.timedelta(days=days) if days else None
    suspend_educator(by=by, educator=educator, reason=reason, until=until)


def hand_to(case: Case, level: Level, *, is_raised: bool = True) -> None:
    """Set the level and its deadline, tell who looks there; saves the case. A grave case has the
    shortest time."""
    case.level, case.level_since = level, now()
    pace = Level.TEACHER if case.is_grave else level
    case.due_at = deadline(pace, case.country, start=now())
    case.save()
    alert(case, is_raised=is_raised)


def alert(case: Case, *, is_raised: bool = False) -> None:
    """Tell who looks at this level; a grave case everybody who ever could (H7)."""
    told = set()
    if case.is_grave or case.level == Level.TEACHER:
        told |= set(Guardian.objects.filter(case=case).values_list("account_id", flat=True))
    if case.country and (case.is_grave or case.level == Level.OFFICE):
        told |= set(officers_of(case.country))
    if case.level == Level.CENTRE:
        told |= set(officers_of(""))
    told -= {case.author_account_id}
    emit(CaseAlert(case.ref, case.title, sorted(told), case.is_grave, is_raised))


def _locked(case: Case) -> Case:
    return (
        Case.objects.select_for_update(of=("self",))
        .select_related("author_account", "author_pupil__school_class")
        .get(pk=case.pk)
    )
