"""The officers' inbox (page 97): their own countries only, oldest first, with a clock."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from opentwinning.core.clock import now, stopped, working_days
from opentwinning.core.places import LONGEST_QUEUE, QUEUES
from opentwinning.people.educators.actions import request_validation
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
