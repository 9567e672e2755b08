"""Regions of a country are data of its office; schools choose from them (X-05)."""

import pytest

from opentwinning.core.permits import free_writing
from opentwinning.core.verdicts import Refused
from opentwinning.facilities.audit.models import LedgerEntry
from opentwinning.facilities.jobs.actions import run_due
from opentwinning.people.organisations.actions import rename_region_of_schools
from opentwinning.people.organisations.models import Organisation
from opentwinning.people.organisations.queries import find_organisations
from opentwinning.people.support.actions import add_region
from opentwinning.people.support.queries import regions_of
from tests import cast

pytestmark = pytest.mark.django_db
ADDRESS = "/support/SI/regions"
LIPA = {
    "name": "Osnovna šola Pod Lipo", "kind": "primary", "place": "Bled", "postcode": "4260",
    "website": "", "is_true": "on", "head_name": "Vida Vrh", "head_email": "vida@lipa.example",
}  # fmt: skip


def test_petra_keeps_the_list_and_schools_follow_a_new_name():
    petra = cast.petra()
    school = cast.school(cast.newcomer("Nina Kos", "SI"))
    with free_writing():
        Organisation.objects.update(region="Gorenska")
    assert "No regions yet" in petra.get(ADDRESS).content.decode()
    answer = petra.post(ADDRESS, {"code": "042", "name": "Gorenska"})
    assert answer["Location"] == ADDRESS
    (region,) = regions_of("SI")
    assert region.code == "042"  # text: the zero counts
    for code, name in (("042", "Koroška"), ("043", "Gorenska"), ("0 4", "Koroška"), ("9", "")):
        wrong = petra.post(ADDRESS, {"code": code, "name": name})
        assert (wrong.status_code, len(regions_of("SI"))) == (422, 1)
    petra.post(f"/support/regions/{region.pk}/edit", {"name": "Gorenjska"})
    run_due()
    school.refresh_from_db()
    assert (school.region, regions_of("SI")[0].name) == ("Gorenjska", "Gorenjska")
    assert find_organisations("SI", "gorenjska") == [school]
    petra.post(f"/support/regions/{region.pk}/delete")
    school.refresh_from_db()
    assert (school.region, regions_of("SI")) == ("Gorenjska", [])
    verbs = LedgerEntry.objects.filter(verb__startswith="people.support.actions.regions.")
    assert [each.verb.rpartition(".")[2] for each in verbs.order_by("pk")] == [
        "add_region", "rename_region", "remove_region",
    ]  # fmt: skip


def test_a_school_chooses_from_the_list_and_an_old_text_stays():
    petra, nina = cast.petra(), cast.newcomer("Nina Kos", "SI")
    add_region(by=petra.actor, country="SI", code="SI042", name="Gorenjska")
    assert '<option value="Gorenjska">' in nina.get("/organisations/register").content.decode()
    wrong = nina.post("/organisations/register", {**LIPA, "region": "Atlantis"})
    assert (wrong.status_code, Organisation.objects.count()) == (422, 0)
    nina.post("/organisations/register", {**LIPA, "region": "Gorenjska"})
    school = Organisation.objects.get()
    assert school.region == "Gorenjska"
    with free_writing():
        Organisation.objects.update(region="Alpe")  # as a register wrote it
    edit = f"/organisations/{school.ref}/edit"
    assert '<option value="Alpe" selected>' in petra.get(edit).content.decode()
    petra.post(edit, {"name": school.name, "place": "Bled", "region": "Alpe"})
    school.refresh_from_db()
    assert (school.region, school.place) == ("Alpe", "Bled")
    ion = cast.newcomer("Ion Popescu", "RO")  # no list there: free text
    assert '<input type="text" name="region"' in ion.get("/organisations/register").content.decode()


def test_regions_of_another_country_are_not_hers():
    """B13."""
    petra, mette = cast.petra(), cast.mette()
    region = add_region(by=petra.actor, country="SI", code="SI042", name="Gorenjska")
    assert mette.get(ADDRESS).status_code == 404
    assert mette.post(f"/support/regions/{region.pk}/delete").status_code == 404
    assert mette.post(f"/support/regions/{region.pk}/edit", {"name": "X"}).status_code == 404
    with pytest.raises(Refused):
        add_region(by=mette.actor, country="SI", code="SI043", name="Goriška")
    with pytest.raises(Refused):
        rename_region_of_schools(by=petra.actor, country="SI", before="Gorenjska", after="X")
    assert [each.name for each in regions_of("SI")] == ["Gorenjska"]
