"""Who may see, edit and judge an educator (matrix rows 6 to 9, A15, B13)."""

import pytest

from opentwinning.core.actor import SYSTEM, VISITOR
from opentwinning.people.educators.actions import edit_profile
from opentwinning.people.educators.policies import (
    may_edit_educator,
    may_lapse_validation,
    may_see_educator,
    may_validate_educator,
)
from tests import cast

pytestmark = pytest.mark.django_db

PEOPLE = {
    "visitor": lambda: VISITOR,
    "ana": lambda: cast.ana().actor,
    "ion": lambda: cast.ion().actor,
    "ewa": lambda: cast.ewa().actor,
    "petra": lambda: cast.petra().actor,
    "radu": lambda: cast.radu().actor,
    "claire": lambda: cast.claire().actor,
    "otto": lambda: cast.otto().actor,
    "system": lambda: SYSTEM,
}
IN_GENERAL = {"ana", "ion", "petra", "radu", "claire"}


@pytest.mark.parametrize("who", PEOPLE)
def test_ana_is_validated_and_visible(who):
    ana = cast.ana().educator
    actor = PEOPLE[who]()
    assert may_see_educator(actor, ana).allowed is (who in IN_GENERAL)
    assert may_edit_educator(actor, ana).allowed is (who == "ana")
    assert may_validate_educator(actor, ana).allowed is (who in {"petra", "claire"})


@pytest.mark.parametrize("who", PEOPLE)
def test_ana_hides_from_the_directory(who):
    """R-22: her office still knows her."""
    ana = cast.ana()
    edit_profile(by=ana.actor, educator=ana.educator, traits={}, is_visible=False)
    allowed = may_see_educator(PEOPLE[who](), ana.educator).allowed
    assert allowed is (who in {"ana", "petra", "claire"})


@pytest.mark.parametrize("who", PEOPLE)
def test_somebody_who_waits_is_seen_by_her_office_only(who):
    """A15."""
    waiting = cast.newcomer("Wilma Waits", "SI").educator
    assert may_see_educator(PEOPLE[who](), waiting).allowed is (who in {"petra", "claire"})


def test_absent_and_forbidden_look_alike():
    """B3."""
    ana = cast.ana()
    secret = cast.newcomer("Wilma Waits", "SI").educator
    one = ana.get(f"/educators/{secret.ref}")
    two = ana.get("/educators/edu_23456789abcdefghjkmnpqrstuv")
    assert one.status_code == two.status_code == 404


def test_an_officer_who_teaches_does_not_decide_about_herself():
    """B13."""
    petra = cast.petra()
    teaching = cast.newcomer("Petra Zupan", "SI").educator
    assert teaching.account_id == petra.account.pk
    verdict = may_validate_educator(petra.actor, teaching)
    assert not verdict.allowed
    assert "yourself" in str(verdict.reason)


def test_only_time_lets_a_validation_lapse(clock):
    ana = cast.ana()
    assert not may_lapse_validation(SYSTEM, ana.educator)
    clock.passes(days=731)
    assert may_lapse_validation(SYSTEM, ana.educator)
    assert not may_lapse_validation(cast.claire().actor, ana.educator)
