"""Clocks as data, and evidence that goes when its time is over (H7, J4)."""

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.verdicts import deny_unless
from opentwinning.people.safeguarding.models import Case, Clocks, Report
from opentwinning.people.safeguarding.policies import may_forget_evidence, may_set_clocks


@action
def save_clocks(*, by: Actor, **numbers: int) -> Clocks:
    """New numbers; they hold for what is reported or raised from now on."""
    deny_unless(may_set_clocks(by))
    clocks = Clocks.objects.create(by_account_id=by.account_id, **numbers)
    note(clocks, after=numbers)
    return clocks


@action
def forget_evidence(*, by: Actor, case: Case) -> Case:
    """Texts and reporters go; what was decided and when stays for the figures."""
    deny_unless(may_forget_evidence(by))
    Report.objects.filter(case=case).update(
        evidence="",
        evidence_picture=b"",
        words="",
        account=None,
        pupil=None,
        secret_hash="",
        origin_hash="",
    )
    case.evidence_erased_at = now()
    case.title = ""
    case.save(update_fields=["evidence_erased_at", "title"])
    note(case)
    return case
