"""A backup of yesterday is put back: erasures, suspensions and sessions of today hold (J9, T16)."""

import pytest
from django.contrib.sessions.models import Session
from django.core.management import call_command

from opentwinning.core.actor import SYSTEM
from opentwinning.core.permits import free_writing
from opentwinning.core.work import KINDS
from opentwinning.facilities.jobs.actions import run_due
from opentwinning.facilities.notifications.models import Mail
from opentwinning.people.accounts.actions import erase_account, restore_account, suspend_account
from opentwinning.people.accounts.models import Account, Suspension
from opentwinning.people.accounts.vocabulary import AccountState
from opentwinning.people.pupils.actions import erase_pupil
from opentwinning.people.pupils.models import Pupil
from tests import cast
from tests.scenes.classes import a_class, kids_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def beside_the_database(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    return tmp_path / "erasures.jsonl"


def state(account):
    return Account.objects.get(pk=account.pk).state


def backup_comes_back(model, pk, **values):
    with free_writing():
        model.objects.filter(pk=pk).update(**values)


def test_erased_pupils_are_erased_again(beside_the_database):
    ana = cast.ana()
    (nina,) = kids_of(a_class(ana, "Nina"))
    erase_pupil(by=ana.actor, pupil=nina.pupil)
    run_due()
    line = beside_the_database.read_text()
    assert nina.pupil.ref in line
    assert "Nina" not in line
    backup_comes_back(Pupil, nina.pupil.pk, nickname="Nina", skeleton="nina", state="active")
    call_command("replay_erasures")
    assert Pupil.objects.get(pk=nina.pupil.pk).nickname == ""
    assert Pupil.objects.get(pk=nina.pupil.pk).state == "erased"


def test_the_worker_does_it_by_itself_when_somebody_forgot():
    ewa = cast.ewa()
    erase_account(by=SYSTEM, account=ewa.account)
    run_due()
    backup_comes_back(Account, ewa.account.pk, state=AccountState.ACTIVE, name="Ewa Nowak")
    assert KINDS["accounts.replay"].every is not None
    assert KINDS["pupils.replay"].every is not None
    KINDS["accounts.replay"].run({})
    assert (state(ewa.account), Account.objects.get(pk=ewa.account.pk).name) == ("erased", "")


def test_who_was_suspended_is_suspended_again_and_told(clock):
    ana = cast.ana()
    suspend_account(by=SYSTEM, account=ana.account, reason="Rules", office="")
    run_due()
    with free_writing():
        Suspension.objects.all().delete()
    backup_comes_back(Account, ana.account.pk, state=AccountState.ACTIVE)
    call_command("replay_erasures")
    assert state(ana.account) == AccountState.SUSPENDED
    assert "restored from a backup" in Suspension.objects.get().reason
    assert Mail.objects.filter(template="safeguarding/mail/suspended.txt").count() == 2


def test_whose_suspension_ended_stays_in(clock):
    ana = cast.ana()
    suspension = suspend_account(by=SYSTEM, account=ana.account, reason="Rules", office="")
    clock.passes(days=1)
    restore_account(by=SYSTEM, suspension=suspension)
    run_due()
    call_command("replay_erasures")
    assert state(ana.account) == AccountState.ACTIVE


def test_sessions_of_the_backup_are_over():
    ana = cast.ana()
    assert ana.get("/today/").status_code == 200
    call_command("replay_erasures")
    assert not Session.objects.exists()
    assert ana.get("/today/").status_code == 302


def test_replaying_twice_is_replaying_once(beside_the_database):
    erase_account(by=SYSTEM, account=cast.ewa().account)
    run_due()
    lines = beside_the_database.read_text()
    for _ in range(2):
        call_command("replay_erasures")
        run_due()
    assert beside_the_database.read_text() == lines
