"""The officers' inbox (page 97): their own countries only, oldest first, with a clock."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given, settings
from hypothesis import strategies as st

from opentwinning.core.actor import SYSTEM
from opentwinning.core.clock import after_working_days, now, stopped, working_days
from opentwinning.core.places import LONGEST_QUEUE, QUEUES
from opentwinning.doors.desk.queries import inbox_of
from opentwinning.people.educators.actions import request_validation
from opentwinning.people.support.actions import save_holiday
from tests import cast

pytestmark = pytest.mark.django_db


def waiting(name, country, days_ago=0):
    with stopped(now() - dt.timedelta(days=days_ago)):
        person = cast.newcomer(name, country)
        if person.educator.validation_state == "registered":
            request_validation(by=person.actor, educator=person.educator)
    return person


def test_petra_sees_her_country_oldest_first():
    waiting("Nina Kos", "SI", 1)
    waiting("Maja Vrh", "SI", 20)
    waiting("Radu Pop", "RO", 30)
    page = cast.petra().get("/desk/").content.decode()
    assert page.index("Maja Vrh") < page.index("Nina Kos")
    assert "Radu Pop" not in page
    assert "Late by" in page
    assert "2 things wait" in page


@pytest.mark.parametrize("queue", list(QUEUES), ids=lambda queue: queue.key)
def test_no_queue_is_read_without_end(queue):
    """An inbox of many thousands costs no more than its oldest part."""
    claire = cast.claire().actor
    with CaptureQueriesContext(connection) as asked:
        assert queue.items(claire) == []
    assert any(f"LIMIT {LONGEST_QUEUE}" in query["sql"] for query in asked)


def test_the_centre_sees_all_and_filters_by_country_and_queue():
    waiting("Nina Kos", "SI")
    waiting("Radu Pop", "RO")
    claire = cast.claire()
    page = claire.get("/desk/").content.decode()
    assert "Nina Kos" in page
    assert "Radu Pop" in page
    page = claire.get("/desk/?country=RO&queue=validations").content.decode()
    assert "Nina Kos" not in page
    assert "Radu Pop" in page


def test_an_empty_inbox_says_so():
    page = cast.petra().get("/desk/").content.decode()
    assert "Nothing waits" in page
    assert "No teacher waits for validation." in page


@pytest.mark.parametrize("who", [cast.ana, cast.ewa, cast.otto])
def test_nobody_else_has_a_desk(who):
    assert who().get("/desk/").status_code == 404


def test_a_visitor_signs_in_first():
    assert "/sign-in" in cast.Visitor().get("/desk/")["Location"]


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        ("2026-03-02", "2026-03-02", 0),  # Monday
        ("2026-03-02", "2026-03-06", 4),
        ("2026-03-06", "2026-03-09", 1),  # over a weekend
        ("2026-03-07", "2026-03-08", 0),
        ("2026-03-02", "2026-03-16", 10),
    ],
)
def test_only_working_days_count(start, end, days):
    assert working_days(dt.date.fromisoformat(start), dt.date.fromisoformat(end)) == days


DAYS = st.dates(dt.date(2026, 1, 1), dt.date(2026, 2, 28))


@settings(max_examples=30, deadline=None)
@given(start=DAYS, days=st.integers(0, 20), off=st.sets(DAYS, max_size=12))
def test_both_ways_of_counting_agree_with_a_calendar_page(start, days, off):
    noon = dt.datetime.combine(start, dt.time(12), dt.UTC)
    end = after_working_days(noon, days, off).date()
    page = [start + dt.timedelta(days=n + 1) for n in range((end - start).days)]
    worked = [day for day in page if day.strftime("%a") not in {"Sat", "Sun"} and day not in off]
    assert len(worked) == days == working_days(start, end, off)
    assert worked[-1:] == page[-1:], "a time ends on a day on which somebody works"


def holiday(country, day, kind="public", region="", last=None):
    save_holiday(
        by=SYSTEM, country=country, kind=kind, region=region, first_day=day, last_day=last or day,
        name="Free",
    )  # fmt: skip


def test_the_clock_stands_still_on_public_holidays_of_the_country():
    """X-04: 8 February 2027, Prešeren Day in Slovenia, is an ordinary Monday in Romania."""
    friday = dt.datetime(2027, 2, 5, 9, tzinfo=dt.UTC)
    with stopped(friday):
        nina, radu = (waiting(*who) for who in (("Nina Kos", "SI"), ("Radu Pop", "RO")))
    day = dt.date(2027, 2, 8)
    holiday("SI", day)
    holiday("SI", dt.date(2027, 2, 9), kind="school", last=dt.date(2027, 2, 12))
    with stopped(friday + dt.timedelta(days=7)):  # five weekdays later
        claire = cast.claire()
        rows = {row.item.country: row.clock.days for row in inbox_of(claire.actor).rows}
        assert rows == {"SI": 4, "RO": 5}, "schools are free, the office works"
        for who, words in ((nina, "Waits 4 days"), (radu, "Waits 5 days")):
            page = claire.get(f"/desk/validations/{who.educator.ref}").content.decode()
            assert words in page


def test_the_inbox_costs_the_same_for_one_and_three(django_assert_max_num_queries):
    petra = cast.petra()
    waiting("Nina Kos", "SI")
    petra.get("/desk/")
    with django_assert_max_num_queries(40) as one:
        petra.get("/desk/")
    for name in ("Maja Vrh", "Tina Bor"):
        waiting(name, "SI")
    with django_assert_max_num_queries(len(one)):
        petra.get("/desk/")
