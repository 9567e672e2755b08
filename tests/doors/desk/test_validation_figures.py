"""How validations go: decisions by month, real waiting times (X-04, X-05, rows 55 and 56)."""

import datetime as dt

import pytest

from opentwinning.core.clock import now, stopped
from opentwinning.people.educators.actions import refuse_educator, validate_educator
from opentwinning.people.educators.models import ValidationStep
from opentwinning.people.educators.queries import Month, recent_wait, validation_months
from tests import cast

pytestmark = pytest.mark.django_db
PAGE, TABLE = "/desk/validation-figures", "/desk/validation-figures.csv"
WEDNESDAY = dt.datetime(2026, 3, 18, 9, tzinfo=dt.UTC)


def decided(country, days, *, at=WEDNESDAY, decide=validate_educator):
    """Somebody asks, and so many calendar days later an office answers."""
    number = ValidationStep.objects.count()
    with stopped(at - dt.timedelta(days=days)):
        person = cast.newcomer(f"Guest{number} X", country)
        cast.school(person)
    officer = cast.officer(f"Officer{country} of {country}", country)
    with stopped(at):
        decide(by=officer.actor, educator=person.educator, message="So it is.")


def test_the_middle_of_at_least_five_waits_counts():
    for days in (0, 1, 2, 7):  # Wednesday: 0, 1, 2 and 5 working days
        decided("SI", days)
    with stopped(WEDNESDAY):
        assert recent_wait("SI") is None, "four cases could point at somebody"
        decided("SI", 14)
        assert recent_wait("SI") == 2
        assert recent_wait("RO") is None
    with stopped(WEDNESDAY + dt.timedelta(days=91)):
        assert recent_wait("SI") is None, "older than 90 days"


def test_a_newcomer_reads_how_long_it_really_takes():
    """X-04: who has it, since when, how long it usually takes."""
    for _ in range(5):
        decided("SI", 5, at=now())
    nina = cast.newcomer("Nina Kos", "SI")
    cast.school(nina)
    page = nina.get("/educators/validation").content.decode()
    assert "Waiting since" in page
    assert "In the last 90 days, half of all answers came within" in page


def test_the_officer_reads_months_and_the_centre_countries(django_assert_num_queries):
    for _ in range(5):
        decided("SI", 7)
    decided("SI", 7, decide=refuse_educator)
    decided("RO", 7, at=WEDNESDAY - dt.timedelta(days=30))
    with stopped(WEDNESDAY):
        petra, claire = cast.petra(), cast.claire()
        page = petra.get(PAGE).content.decode()
        assert "March 2026" in page
        assert "fewer than 5" in page, "one refusal"
        assert "Romania" not in page
        assert "How validations go" in petra.get("/desk/statistics/").content.decode()
        page = claire.get(PAGE).content.decode()
        assert "Romania" in page
        assert "Decisions by country" in page
        page = claire.get(f"{PAGE}?country=RO").content.decode()
        assert "February 2026" in page
        with django_assert_num_queries(2):
            validation_months(["SI", "RO"])


def test_the_table_holds_only_the_officers_countries_and_no_formula():
    """C8, B13."""
    decided("SI", 7)
    decided("RO", 7)
    with stopped(WEDNESDAY):
        petra = cast.petra()
        lines = petra.get(TABLE).content.decode("utf-8-sig").splitlines()
        assert lines[1:] == ["Slovenia,2026-03,fewer than 5,0,0,–"]
        assert len(cast.claire().get(TABLE).content.decode().splitlines()) == 3
        assert petra.get(f"{PAGE}?country=RO").status_code == 404
        assert petra.get(f"{TABLE}?country=RO").status_code == 404
        assert cast.claire().get(f"{TABLE}?country=ZZ").status_code == 404


def test_without_decisions_the_page_says_so():
    page = cast.petra().get(PAGE).content.decode()
    assert "No decisions yet" in page


def test_a_month_counts_what_was_decided():
    month = Month("SI", dt.date(2026, 3, 1))
    month.outcomes.update({"validated": 2, "asked": 1})
    assert (month.validated, month.asked, month.refused) == (2, 1, 0)
    assert month.median_wait is None
