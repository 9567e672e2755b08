"""Actions: one transaction, one audit row each, events inside it."""

import pytest

from opentwinning.core.actor import SYSTEM, VISITOR
from opentwinning.core.verdicts import Invalid, Refused
from opentwinning.facilities.audit.models import ChainHead, LedgerEntry
from opentwinning.facilities.audit.queries import broken_links, trail_of
from opentwinning.facilities.jobs.models import Job
from opentwinning.facilities.notifications.models import Notice
from opentwinning.people.accounts.models import Account
from opentwinning.people.educators.actions import (
    ask_educator,
    refuse_educator,
    validate_educator,
)
from opentwinning.people.educators.models import ValidationStep
from opentwinning.people.support.actions import describe_programme
from tests import cast

pytestmark = pytest.mark.django_db


def test_one_action_leaves_one_row():
    """J6: describing the programme is one row with its actor and subject."""
    before = LedgerEntry.objects.count()
    programme = describe_programme(by=SYSTEM, name="Bridges")
    entry = LedgerEntry.objects.latest("pk")
    assert LedgerEntry.objects.count() == before + 1
    assert (entry.verb, entry.actor_key) == (
        "people.support.actions.organisations.describe_programme",
        "system",
    )
    assert entry.subject_id == programme.pk


def test_petra_validates_ana_and_everything_happens_together():
    """A-03, X-03: state, capacity, step, notice, mail and audit in one transaction."""
    ana = cast.newcomer("Ana Kovač", "SI")
    cast.school(ana)
    petra = cast.petra()
    validate_educator(by=petra.actor, educator=ana.educator, message="Welcome.")
    assert ana.educator.is_validated
    assert ana.actor.is_a("validated")
    assert ValidationStep.objects.filter(educator=ana.educator, state="validated").count() == 1
    assert Notice.objects.filter(account_id=ana.account.pk, kind="educators.validated").exists()
    assert Job.objects.filter(kind="notifications.mail").exists()
    verbs = set(trail_of(ana.educator).values_list("verb", flat=True))
    assert "people.educators.actions.validation.validate_educator" in verbs


def test_a_refusal_leaves_nothing_behind():
    """B13: Radu decides for Romania, not for Ana of Slovenia."""
    ana = cast.newcomer("Ana Kovač", "SI")
    cast.school(ana)
    radu = cast.radu()
    before = LedgerEntry.objects.count(), Job.objects.count(), Notice.objects.count()
    with pytest.raises(Refused) as refusal:
        validate_educator(by=radu.actor, educator=ana.educator)
    assert refusal.value.verdict.secret
    assert (LedgerEntry.objects.count(), Job.objects.count(), Notice.objects.count()) == before


def test_a_reason_is_needed_to_refuse_or_ask():
    """X-03: the educator always learns why."""
    ana = cast.newcomer("Ana Kovač", "SI")
    cast.school(ana)
    for decide in (ask_educator, refuse_educator):
        with pytest.raises(Invalid) as problem:
            decide(by=cast.petra().actor, educator=ana.educator, message="  ")
        assert problem.value.field == "message"


def test_a_decision_is_made_once():
    """G5: the table of states refuses the second decision."""
    ana = cast.ana()
    with pytest.raises(Invalid):
        validate_educator(by=cast.petra().actor, educator=ana.educator)


def test_the_ledger_shows_when_somebody_changed_it():
    """J7: flip one byte of one row."""
    cast.ana()
    assert broken_links() == []
    entry = LedgerEntry.objects.order_by("pk")[1]
    LedgerEntry.objects.filter(pk=entry.pk).update(reason="nothing happened")
    assert broken_links() == [entry.pk]


def test_the_ledger_shows_when_the_last_row_is_gone():
    cast.ana()
    LedgerEntry.objects.latest("pk").delete()
    assert broken_links() == [0]
    assert ChainHead.objects.count() == 1


def test_a_weak_password_is_refused_with_its_field():
    """A2: at least ten characters, not a common one."""
    from opentwinning.people.accounts.actions import create_account

    for password in ("short", "password12", "1234567890"):
        with pytest.raises(Invalid) as problem:
            create_account(
                by=VISITOR, email="x@example.org", name="X", password=password, language="en"
            )
        assert problem.value.field == "password"
    assert Account.objects.count() == 0
