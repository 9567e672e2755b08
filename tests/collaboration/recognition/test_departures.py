"""Applicants and assessors are erased: nothing empty is judged, nothing waits for nobody (J3)."""

import pytest

from opentwinning.collaboration.recognition.actions import let_account_go
from opentwinning.collaboration.recognition.models import Assessment
from opentwinning.core.actor import SYSTEM
from opentwinning.core.verdicts import Refused
from opentwinning.people.accounts.actions import erase_account
from tests import cast
from tests.scenes.labels import (
    a_sent_application,
    a_window,
    again,
    an_assessor,
    assessed,
    assigned,
)
from tests.scenes.projects import an_approved

pytestmark = pytest.mark.django_db


@pytest.fixture
def application():
    a_window("SI")
    return a_sent_application(cast.ana(), an_approved(cast.ana(), cast.ion()))


def test_an_undecided_application_is_withdrawn_with_its_author(application):
    application = assigned(application, an_assessor("SI", "Judge Fair"))
    erase_account(by=SYSTEM, account=cast.ana().account)
    assert again(application).state == "withdrawn"
    assert list(application.texts.all()) == []


def test_an_assessed_one_too_while_nobody_decided(application):
    application = assessed(application, an_assessor("SI", "Judge Fair"))
    erase_account(by=SYSTEM, account=cast.ana().account)
    assert again(application).state == "withdrawn"


def test_what_an_assessor_had_not_finished_waits_for_another_one(application):
    judge = an_assessor("SI", "Judge Fair")
    assigned(application, judge)
    erase_account(by=SYSTEM, account=judge.account)
    assert again(application).state == "submitted"
    assert not Assessment.objects.exists()
    assert assigned(application, an_assessor("SI", "Second Fair")).state == "in_assessment"


def test_a_finished_assessment_stays_without_its_words(application):
    judge = an_assessor("SI", "Judge Fair")
    assessed(application, judge)
    erase_account(by=SYSTEM, account=judge.account)
    assert again(application).state == "assessed"
    assert Assessment.objects.get().summary == ""


def test_only_the_house_lets_go(application):
    with pytest.raises(Refused):
        let_account_go(by=cast.petra().actor, account_id=cast.ana().account.pk)
