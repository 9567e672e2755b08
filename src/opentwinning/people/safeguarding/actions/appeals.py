"""An author objects; somebody else decides (H17)."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.events import emit
from opentwinning.core.verdicts import Invalid, deny_unless
from opentwinning.people.accounts.actions import restore_account
from opentwinning.people.safeguarding.actions.statements import mail_author, readers_of
from opentwinning.people.safeguarding.events import (
    AppealAnswered,
    DecisionAppealed,
    ItemGivenBack,
)
from opentwinning.people.safeguarding.models import Statement
from opentwinning.people.safeguarding.policies import may_answer_appeal
from opentwinning.people.safeguarding.queries import suspension_of
from opentwinning.people.safeguarding.vocabulary import ACCOUNT, HIDING, Measure
from opentwinning.people.support.queries import officers_of

_TOO_LATE = pgettext_lazy("safeguarding", "You cannot object to this any more.")
_SAY_WHY = pgettext_lazy("safeguarding", "Write why this is wrong.")
_ANSWER = pgettext_lazy("safeguarding", "Write your answer. The author reads it.")
_NOT_NOW = pgettext_lazy("safeguarding", "This objection was answered meanwhile.")


@action
def appeal_statement(*, by: Actor, statement: Statement, text: str) -> Statement:
    """She says once why it is wrong. The caller has seen that it is hers, or her secret link."""
    statement = _locked(statement)
    if not statement.is_open_to_appeal(now()):
        raise Invalid(_TOO_LATE)
    if not text.strip():
        raise Invalid(_SAY_WHY, "text")
    statement.appeal, statement.appealed_at = text.strip(), now()
    statement.save(update_fields=["appeal", "appealed_at"])
    note(statement)
    decided = {statement.by_account_id, statement.account_id}
    others = set(officers_of(statement.country)) - decided if statement.country else set()
    told = others or set(officers_of("")) - decided
    emit(DecisionAppealed(statement.ref, statement.title, sorted(pk for pk in told if pk)))
    return statement


@action
def answer_appeal(*, by: Actor, statement: Statement, is_right: bool, answer: str) -> Statement:
    """Somebody else than who decided answers. When the author is right, what was hidden comes back
    as it stood, and a suspended account is open again."""
    statement = _locked(statement)
    deny_unless(may_answer_appeal(by, statement))
    if not statement.waits_for_answer:
        raise Invalid(_NOT_NOW)
    if not answer.strip():
        raise Invalid(_ANSWER, "answer")
    statement.answer, statement.answered_at = answer.strip(), now()
    statement.answered_by_account_id, statement.is_upheld = by.account_id, is_right
    if is_right:
        statement.ended_at = now()
    statement.save()
    if is_right:
        _undo(by, statement)
    note(statement, is_right=is_right)
    emit(
        AppealAnswered(statement.ref, statement.title, [each.pk for each in readers_of(statement)])
    )
    if not (is_right and statement.kind == ACCOUNT):  # that her account is open again says it all
        mail_author(statement, "answered", "")
    return statement


def _undo(by: Actor, statement: Statement) -> None:
    if Measure(statement.measure) in HIDING:
        emit(ItemGivenBack(statement.kind, statement.item_ref))
    suspension = suspension_of(statement)
    if suspension is not None:
        restore_account(by=by, suspension=suspension, answer=statement.answer)


def _locked(statement: Statement) -> Statement:
    return (
        Statement.objects.select_for_update(of=("self",))
        .select_related("account", "pupil__school_class")
        .get(pk=statement.pk)
    )
