"""Days without lessons of all partners in the calendar of a space (T-04, page 84)."""

import datetime as dt

from django.db import connection
from django.test.utils import CaptureQueriesContext

from opentwinning.core.permits import permit
from opentwinning.people.organisations.models import Affiliation
from opentwinning.people.support.models import Holiday, Region
from opentwinning.workspace.calendar.queries import holidays_between

MARCH = (dt.date(2027, 3, 1), dt.date(2027, 3, 31))


def free(country, name, first, last=None, region="", kind="school"):
    days = {"first_day": dt.date(2027, 3, first), "last_day": dt.date(2027, 3, last or first)}
    with permit("support"):
        return Holiday.objects.create(country=country, region=region, name=name, kind=kind, **days)


def lies_in(person, code, name):
    """Her school lies in a region of her country."""
    with permit("support"):
        Region.objects.create(country=person.educator.country, code=code, name=name)
    school = Affiliation.objects.get(educator=person.educator).organisation
    school.region = name
    with permit("organisations"):
        school.save(update_fields=["region"])


def names(scene):
    return [
        (each.country, each.region, each.name) for each in holidays_between(scene.space, *MARCH)
    ]


def test_holidays_of_all_partners_and_of_nobody_else(scene):
    free("SI", "Spring break", 1, 5)
    free("RO", "Ski week", 3, 7)
    free("DK", "Queen's day", 16, kind="public")
    free("FR", "Vacances", 1, 5)
    assert names(scene) == [
        ("SI", "", "Spring break"), ("RO", "", "Ski week"), ("DK", "", "Queen's day"),
    ]  # fmt: skip
    page = scene.nina.get(f"/spaces/{scene.space.ref}/calendar/?month=2027-03").text
    assert "Ski week" in page
    assert "Vacances" not in page
    assert "Public holiday" in page


def test_of_a_region_only_those_where_a_partner_works(scene):
    lies_in(scene.ana, "SI-V", "Vzhod")
    free("SI", "Break of the east", 1, 5, region="SI-V")
    free("SI", "Break of the west", 8, 12, region="SI-Z")
    assert names(scene) == [("SI", "Vzhod", "Break of the east")]
    page = scene.ion.get(f"/spaces/{scene.space.ref}/calendar/?month=2027-03").text
    assert "Slovenia: Vzhod" in page


def test_a_day_names_what_begins_and_then_only_the_country(scene):
    """So that a long holiday does not fill the month with its name."""
    free("SI", "Spring break", 3, 10)
    weeks = scene.ana.get(f"/spaces/{scene.space.ref}/calendar/?month=2027-03").context["weeks"]
    cells = {cell["day"].day: cell for week in weeks for cell in week if not cell["is_other"]}
    assert [day for day, cell in cells.items() if cell["named"]] == [3, 8]
    assert [day for day, cell in cells.items() if cell["free"]] == [4, 5, 6, 7, 9, 10]


def test_questions_do_not_grow_with_holidays(scene):
    free("SI", "One", 1)
    with CaptureQueriesContext(connection) as one:
        holidays_between(scene.space, *MARCH)
    free("RO", "Two", 2)
    free("DK", "Three", 3)
    with CaptureQueriesContext(connection) as three:
        holidays_between(scene.space, *MARCH)
    assert len(three) == len(one) <= 4
