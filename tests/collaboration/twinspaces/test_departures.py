"""A member of a TwinSpace is erased: her pupils do not stay there without her (J3, T-03)."""

import pytest

from opentwinning.core.actor import SYSTEM
from opentwinning.people.accounts.actions import erase_account
from opentwinning.people.pupils.actions import add_class_owner
from opentwinning.workspace.spaces.models import Member
from opentwinning.workspace.spaces.vocabulary import MemberCapacity
from tests import cast
from tests.scenes.projects import a_partner
from tests.scenes.twinspaces import a_twinspace

pytestmark = pytest.mark.django_db


def running(scene):
    rows = Member.objects.filter(space=scene.twinspace.space, left_at=None)
    return set(rows.values_list("account", "pupil"))


def test_pupils_whose_new_teacher_is_no_member_leave_with_the_old_one():
    scene = a_twinspace()
    cast.educator("Bojan Mlakar", "SI")  # takes the class over, but not into the project
    browser = scene.nina.client
    assert browser.get(scene.home).status_code == 200
    erase_account(by=SYSTEM, account=scene.ana.account)
    assert running(scene) == {
        (scene.ion.account.pk, None),
        (scene.freja.account.pk, None),
        (None, scene.mihai.pupil.pk),
    }
    assert browser.get(scene.home).status_code == 404


def test_pupils_stay_with_their_other_teacher():
    scene = a_twinspace()
    bojan = cast.educator("Bojan Mlakar", "SI")
    add_class_owner(
        by=scene.ana.actor,
        school_class=scene.nina.pupil.school_class,
        educator=bojan.educator,
    )
    a_partner(scene.project, scene.ana, bojan)
    erase_account(by=SYSTEM, account=scene.ana.account)
    assert (None, scene.nina.pupil.pk) in running(scene)
    assert scene.nina.client.get(scene.home).status_code == 200


def test_whoever_becomes_a_founder_administers_the_place():
    scene = a_twinspace()
    assert scene.member(scene.freja).capacity == MemberCapacity.EDUCATOR
    for founder in (scene.ana, scene.ion):
        erase_account(by=SYSTEM, account=founder.account)
    assert scene.member(scene.freja).capacity == MemberCapacity.ADMIN
    assert scene.freja.get(f"{scene.home}/settings").status_code == 200
