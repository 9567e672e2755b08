"""A pupil asks her own teacher for help (H2, H16)."""

import pytest

from opentwinning.core.verdicts import Refused
from opentwinning.facilities.notifications.models import Notice
from opentwinning.people.pupils.actions import add_class_owner, ask_for_help
from tests.cast import ana, educator, ion
from tests.scenes.classes import a_class, a_kid, kids_of

pytestmark = pytest.mark.django_db


def told():
    rows = Notice.objects.filter(kind="pupils.asks_for_help").order_by("pk")
    return list(rows.values_list("account_id", flat=True))


def test_one_press_tells_every_teacher_of_her_class_and_nobody_else():
    teacher, colleague = ana(), educator("Tine Golob", "SI")
    kid = a_kid(teacher)
    add_class_owner(
        by=teacher.actor, school_class=kid.pupil.school_class, educator=colleague.educator
    )
    assert ion()
    page = kid.post("/pupils/help").content.decode()

    assert sorted(told()) == sorted([teacher.account.pk, colleague.account.pk])
    assert "It was right to tell" in page
    assert "Red fox of 4b asks you for help" in teacher.get("/notices/").content.decode()


def test_pressing_again_and_again_does_not_flood_the_teacher(clock):
    kid = a_kid(ana())
    for _ in range(10):
        assert "It was right to tell" in kid.post("/pupils/help").content.decode()

    assert len(told()) == 3


def test_every_page_of_a_pupil_leads_to_help():
    kid = a_kid(ana())

    assert 'href="/pupils/help"' in kid.get("/pupils/me").content.decode()
    assert kid.get("/pupils/help").status_code == 200


def test_nobody_calls_in_the_name_of_another():
    one, other = kids_of(a_class(ana(), "Red fox", "Blue owl"))
    for who in (other.actor, ana().actor):
        with pytest.raises(Refused):
            ask_for_help(by=who, pupil=one.pupil)
