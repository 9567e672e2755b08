"""Which roles may join is dated data of the programme and of a country (A-05 to A-12, C-13)."""

import datetime as dt

import pytest

from opentwinning.core.actor import SYSTEM
from opentwinning.core.clock import today
from opentwinning.core.verdicts import Invalid, Refused
from opentwinning.core.vocabulary import professions
from opentwinning.facilities.audit.models import LedgerEntry
from opentwinning.people.support.actions import save_role_list
from opentwinning.people.support.models import RoleList
from opentwinning.people.support.queries import joining_roles
from tests import cast

pytestmark = pytest.mark.django_db
ADDRESS, PROGRAMME = "/support/SI/roles", "/support/roles"
EVERY = {each.id for each in professions()}


def written(country, *roles, from_day=None):
    return save_role_list(
        by=SYSTEM, country=country, from_day=from_day or today(), roles=list(roles)
    )


def test_every_role_of_the_sources_can_join_until_somebody_says_otherwise():
    known = {
        "teacher", "preschool-educator", "head", "librarian", "other-staff", "inspector",
        "student-teacher", "pedagogical-staff",
    }  # fmt: skip
    assert known <= EVERY
    assert joining_roles("SI") == EVERY


def test_a_country_goes_before_the_programme_and_the_day_decides():
    cast.office("SI")
    soon = today() + dt.timedelta(days=9)
    written("", "teacher", "head")
    written("SI", "teacher", "inspector", from_day=soon)
    assert joining_roles("SI") == joining_roles("DK") == {"teacher", "head"}
    assert joining_roles("SI", soon) == {"teacher", "inspector"}
    assert joining_roles("DK", soon) == {"teacher", "head"}
    written("SI", from_day=soon)  # a second choice for the day: as the programme says
    assert joining_roles("SI", soon) == {"teacher", "head"}
    assert RoleList.objects.filter(country="SI").count() == 1


def test_petra_writes_the_list_and_everybody_reads_it():
    petra = cast.petra()
    soon = (today() + dt.timedelta(days=3)).isoformat()
    answer = petra.post(ADDRESS, {"roles": ["teacher", "librarian"], "from_day": str(today())})
    assert answer["Location"] == ADDRESS
    petra.post(ADDRESS, {"roles": ["teacher"], "from_day": soon})
    page = petra.get(ADDRESS).content.decode()
    assert "In force" in page
    assert "To come" in page
    public = cast.Visitor().get("/support/SI").content.decode()
    assert "Teacher, School librarian" in public
    entries = LedgerEntry.objects.filter(verb="people.support.actions.roles.save_role_list")
    assert entries.count() == 2


def test_the_centre_writes_the_programmes_list():
    claire = cast.claire()
    cast.office("SI")
    data = {"roles": ["teacher", "head"], "from_day": str(today())}
    assert claire.post(PROGRAMME, data)["Location"] == PROGRAMME
    written("SI", "teacher")
    page = claire.get(PROGRAMME).content.decode()
    assert 'href="/support/SI/roles"' in page
    assert joining_roles("DK") == {"teacher", "head"}


def test_nobody_else_does_and_a_wrong_form_comes_back():
    """B13: other countries, and the programme, are not hers."""
    petra = cast.petra()
    cast.office("DK")
    data = {"roles": ["teacher"], "from_day": str(today())}
    assert petra.post("/support/DK/roles", data).status_code == 403
    assert petra.post(PROGRAMME, data).status_code == 404
    for country in ("DK", ""):
        with pytest.raises(Refused):
            save_role_list(by=petra.actor, country=country, from_day=today(), roles=[])
    past = petra.post(ADDRESS, {"roles": ["head"], "from_day": str(today() - dt.timedelta(days=1))})
    assert past.status_code == 422
    assert "Choose today or a later day." in past.content.decode()
    assert petra.post(ADDRESS, {"roles": ["wizard"], "from_day": "x"}).status_code == 422
    with pytest.raises(Invalid):
        written("SI", "wizard")
    assert not RoleList.objects.exists()
