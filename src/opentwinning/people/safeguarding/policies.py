"""Who sees and decides cases, who appeals, who answers (H6, H7, H17)."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.actor import Actor, Role
from opentwinning.core.verdicts import Verdict, granted, hidden, refused
from opentwinning.people.pupils.models import ClassOwner
from opentwinning.people.safeguarding.models import Case, Guardian, Statement
from opentwinning.people.safeguarding.vocabulary import CaseState, Level, Reported
from opentwinning.people.support.queries import is_in_charge

_SOMEBODY_ELSE = pgettext_lazy("safeguarding", "Somebody else must decide about an objection.")
_OWN = pgettext_lazy("safeguarding", "You wrote this yourself. You can change or delete it.")
_HANDED_ON = pgettext_lazy("safeguarding", "The support organisation looks at this now.")
_DECIDED = pgettext_lazy("safeguarding", "This case is decided.")


def may_report(actor: Actor, item: Reported) -> Verdict:
    """Whoever sees the thing (its door has judged that), but not its author."""
    own = (actor.account_id, actor.pupil_id) == (item.account_id, item.pupil_id)
    return refused(_OWN) if own and actor.is_signed_in else granted()


def may_see_case(actor: Actor, case: Case) -> Verdict:
    """Teachers who look first; officers of the author's country when it has come to them; the
    centre what has come to it. Never whoever wrote the thing."""
    if actor.account_id is None or case.author_account_id == actor.account_id:
        return hidden()
    if is_guardian(actor, case) or _is_in_reach(actor, case):
        return granted()
    return hidden()


def is_guardian(actor: Actor, case: Case) -> bool:
    """A teacher who looks first."""
    return Guardian.objects.filter(case=case, account_id=actor.account).exists()


def _is_in_reach(actor: Actor, case: Case) -> bool:
    """An officer at whose level the case stands."""
    if case.level == Level.CENTRE and actor.is_a(Role.CENTRAL_OFFICER):
        return True
    return case.level != Level.TEACHER and case.country in actor.countries


def may_decide_case(actor: Actor, case: Case) -> Verdict:
    """Whoever sees it; a teacher only until it went on to the support organisation."""
    if not may_see_case(actor, case):
        return hidden()
    if case.state != CaseState.OPEN:
        return refused(_DECIDED)
    if _is_in_reach(actor, case) or case.level == Level.TEACHER:
        return granted()
    return refused(_HANDED_ON)


def may_raise_case(actor: Actor, case: Case) -> Verdict:
    """The clock, or whoever decides now and would rather not."""
    return granted() if actor.is_a(Role.SYSTEM) else may_decide_case(actor, case)


def may_see_statement(actor: Actor, statement: Statement) -> Verdict:
    """Its author; for a pupil's thing the teachers who answer for the class."""
    if actor.account_id is None:
        return hidden()
    if statement.account_id == actor.account_id:
        return granted()
    if statement.pupil is None:
        return hidden()
    owners = ClassOwner.objects.filter(
        school_class_id=statement.pupil.school_class_id, educator__account_id=actor.account_id
    )
    return granted() if owners.exists() else hidden()


def may_answer_appeal(actor: Actor, statement: Statement) -> Verdict:
    """An officer of the country or the centre, but not who decided, nor the author (H17)."""
    if not is_in_charge(actor, statement.country) or statement.account_id == actor.account_id:
        return hidden()
    if statement.by_account_id is not None and statement.by_account_id == actor.account_id:
        return refused(_SOMEBODY_ELSE)
    return granted()


def may_set_clocks(actor: Actor) -> Verdict:
    """The centre."""
    return granted() if actor.is_a(Role.CENTRAL_OFFICER, Role.SYSTEM) else hidden()


def may_forget_evidence(actor: Actor) -> Verdict:
    """The nightly job."""
    return granted() if actor.is_a(Role.SYSTEM) else hidden()


def may_agree(actor: Actor) -> Verdict:
    """Everybody with an account; to pupils their teachers explain the code."""
    return granted() if actor.account_id is not None else hidden()


def may_write_conduct(actor: Actor) -> Verdict:
    """The centre."""
    return granted() if actor.is_a(Role.CENTRAL_OFFICER) else hidden()
