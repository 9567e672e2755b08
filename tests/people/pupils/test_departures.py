"""The teacher of a class is erased: no pupil is left without an adult who answers for her (J3,
R-26, 5.11)."""

import pytest

from opentwinning.core.actor import SYSTEM
from opentwinning.core.verdicts import Refused
from opentwinning.facilities.notifications.models import Mail, Notice
from opentwinning.people.accounts.actions import erase_account
from opentwinning.people.pupils.actions import add_class_owner, hand_classes_on, remove_pupil
from opentwinning.people.pupils.models import Pupil, SchoolClass
from opentwinning.people.pupils.queries import owners_of
from tests import cast
from tests.scenes.classes import a_class, kids_of

pytestmark = pytest.mark.django_db


def erase(person):
    erase_account(by=SYSTEM, account=person.account)


def told(person):
    return set(Notice.objects.filter(account_id=person.account.pk).values_list("kind", flat=True))


def states(school_class):
    return sorted(Pupil.objects.filter(school_class=school_class).values_list("state", flat=True))


def test_another_teacher_of_the_class_goes_on():
    ana, bojan = cast.ana(), cast.educator("Bojan Mlakar", "SI")
    mine = a_class(ana, "Nina")
    add_class_owner(by=ana.actor, school_class=mine, educator=bojan.educator)
    erase(ana)
    assert [each.account_id for each in owners_of(mine)] == [bojan.account.pk]
    assert states(mine) == ["active"]
    assert "pupils.owner_gone" in told(bojan)
    assert bojan.get(f"/classes/{mine.ref}").status_code == 200


def test_a_colleague_of_the_school_takes_over():
    """The one who was here last; she is told at once, by mail too."""
    ana, bojan = cast.ana(), cast.educator("Bojan Mlakar", "SI")
    mine = a_class(ana, "Nina")
    erase(ana)
    assert [each.account_id for each in owners_of(mine)] == [bojan.account.pk]
    assert "pupils.handed_on" in told(bojan)
    assert Mail.objects.filter(template="pupils/mail/handed_on.txt").count() == 1
    nina = kids_of(mine)[0]
    assert nina.get("/pupils/me").status_code == 200
    assert bojan.get(f"/classes/pupils/{nina.pupil.ref}").status_code == 200


def test_an_unvalidated_colleague_cannot():
    ewa = cast.ewa()
    marek = cast.marek()
    mine = a_class(marek, "Zosia")
    erase(marek)
    assert list(owners_of(mine)) == []
    assert told(ewa) == set()


def test_without_anybody_the_class_ends_and_its_pupils_with_it():
    ana = cast.ana()
    mine = a_class(ana, "Nina", "Luka")
    nina, luka = kids_of(mine)
    browser = nina.comes_in()
    remove_pupil(by=ana.actor, pupil=luka.pupil)
    erase(ana)
    assert SchoolClass.objects.get(pk=mine.pk).closed_at is not None
    assert states(mine) == ["erased", "erased"]
    assert set(Pupil.objects.values_list("nickname", flat=True)) == {""}
    assert browser.get("/pupils/me").status_code == 302


def test_only_the_house_hands_classes_on():
    ana = cast.ana()
    a_class(ana, "Nina")
    for person in (ana, cast.petra(), cast.claire(), cast.otto()):
        with pytest.raises(Refused):
            hand_classes_on(by=person.actor, account_id=ana.account.pk)
