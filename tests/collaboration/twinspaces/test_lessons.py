"""Lessons in common of a TwinSpace's schools, week by week (idea 5, pain 30)."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from opentwinning.community.networking.actions import save_timetable
from opentwinning.community.networking.vocabulary import ShownTo
from opentwinning.core.actor import SYSTEM
from opentwinning.core.clock import stopped
from opentwinning.people.support.actions import save_holiday
from tests import cast
from tests.pages import text
from tests.scenes.twinspaces import a_twinspace

pytestmark = pytest.mark.django_db
NINE, TEN, ELEVEN = dt.time(9), dt.time(10), dt.time(11)
MONDAY = dt.datetime(2027, 3, 1, 5, tzinfo=dt.UTC)
THURSDAY = dt.datetime(2027, 3, 4, 12, tzinfo=dt.UTC)


def kept(person, zone, *slots, shown_to=ShownTo.PROJECTS):
    save_timetable(
        by=person.actor, time_zone=zone, closed=[], shown_to=shown_to,
        slots=[(day, begins, ends, "5. b") for day, begins, ends in slots],
    )  # fmt: skip


def test_the_schools_of_a_project_see_when_they_teach_at_once():
    """By each clock; who does not show it is named; one press makes it an event."""
    scene = a_twinspace()
    url = f"{scene.home}/lessons"
    with stopped(MONDAY):
        assert "We do not know your lessons yet" in text(cast.ana().get(url))
        kept(cast.ana(), "Europe/Ljubljana", (3, NINE, TEN), (4, NINE, TEN))
        kept(cast.ion(), "Europe/Bucharest", (3, TEN, ELEVEN), (4, TEN, ELEVEN))
        page = cast.freja().get(url).content.decode()
        assert "No lessons in common" not in page
        assert page.count("2 of 3 schools") == 2
        assert "Freja Lund" in page, "named as one whose lessons are not known"
        kept(cast.freja(), "Europe/Copenhagen", (3, NINE, TEN))
        page = cast.ana().get(f"{url}?week=2027-03-10").content.decode()
        assert "Thu 11 March" in page
        assert "09:00–10:00" in page
        assert "10:00–11:00" in page, "in Bucharest"
        assert page.count("All schools") == 1
        plan = "/calendar/new/?day=2027-03-11&amp;begins=09%3A00&amp;ends=10%3A00"
        assert plan in page
        form = cast.ana().get(f"/spaces/{scene.ref}{plan.replace('&amp;', '&')}").content.decode()
        for value in ("2027-03-11", "09:00", "10:00"):
            assert f'value="{value}"' in form
        assert "5. b" not in page


def test_strangers_contacts_and_pupils_learn_nothing():
    """Freja is no contact of Ion: what he shows to contacts alone stays hidden from her."""
    scene = a_twinspace()
    url = f"{scene.home}/lessons"
    with stopped(MONDAY):
        kept(cast.freja(), "Europe/Copenhagen", (4, NINE, TEN))
        kept(cast.ion(), "Europe/Bucharest", (3, TEN, ELEVEN), shown_to=ShownTo.CONTACTS)
        page = text(cast.freja().get(url))
        assert "No lessons in common in this week" in page
        assert "Ion Popescu" in page
        assert "09:00–10:00" not in page
        kept(cast.ana(), "Europe/Ljubljana", (3, NINE, TEN), shown_to=ShownTo.CONTACTS)
        assert "2 of 3 schools" in text(cast.ana().get(url)), "Ion is her contact"
    assert scene.nina.get(url).status_code == 404
    assert cast.marek().get(url).status_code == 404
    calendar = f"/spaces/{scene.ref}/calendar/"
    assert url in text(cast.ana().get(calendar))
    assert url not in text(scene.nina.get(calendar))


def test_holidays_are_left_out_and_weeks_are_bounded():
    scene = a_twinspace()
    url = f"{scene.home}/lessons"
    with stopped(MONDAY):
        kept(cast.ana(), "Europe/Ljubljana", (3, NINE, TEN))
        kept(cast.ion(), "Europe/Bucharest", (3, TEN, ELEVEN))
        save_holiday(by=SYSTEM, country="RO", kind="public", region="", name="A day",
                     first_day=dt.date(2027, 3, 11), last_day=dt.date(2027, 3, 11))  # fmt: skip
        assert "2 of 3 schools" in text(cast.ana().get(url))
        assert "No lessons in common" in text(cast.ana().get(f"{url}?week=2027-03-11"))
        for wrong in ("x", "0001-01-01", "9999-12-31", "2027-02-30"):
            assert cast.ana().get(f"{url}?week={wrong}").status_code == 200
        assert "24 May" in text(cast.ana().get(f"{url}?week=2030-01-01")), "twelve weeks ahead"


def test_the_number_of_questions_does_not_grow_with_the_teachers():
    scene = a_twinspace()
    url = f"{scene.home}/lessons"
    with stopped(MONDAY):
        kept(cast.ana(), "Europe/Ljubljana", (3, NINE, TEN))
        cast.ana().get(url)
        with CaptureQueriesContext(connection) as one:
            cast.ana().get(url)
        kept(cast.ion(), "Europe/Bucharest", (3, TEN, ELEVEN))
        kept(cast.freja(), "Europe/Copenhagen", (3, NINE, TEN))
        with CaptureQueriesContext(connection) as three:
            cast.ana().get(url)
    assert len(three) == len(one)


def test_what_a_larger_circle_has_nearly_as_long_stands_once():
    """Ten minutes more for two alone are no second line, twenty-five are; what began is over."""
    scene = a_twinspace()
    url = f"{scene.home}/lessons"
    with stopped(THURSDAY):
        kept(cast.ana(), "Europe/Ljubljana", (3, NINE, TEN), (4, NINE, TEN))
        kept(cast.ion(), "Europe/Bucharest", (3, TEN, ELEVEN), (4, TEN, ELEVEN))
        kept(
            cast.freja(), "Europe/Copenhagen", (3, NINE, dt.time(9, 50)), (4, NINE, dt.time(9, 35))
        )
        week = cast.ana().get(f"{url}?week=2027-03-08").context["week"]
        assert [each.schools for each in week.moments] == [3, 3, 2]
        this = cast.ana().get(url).context["week"]
        assert [each.begins.day for each in this.moments] == [5, 5], "Thursday's was at nine"
