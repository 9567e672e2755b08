"""The map of schools that take part: public, without anybody's name (rows 3 and 10; P-03)."""

import pytest
from django.core.cache import cache

from opentwinning.core.actor import SYSTEM
from opentwinning.core.permits import free_writing
from opentwinning.people.organisations.actions import draw_map
from opentwinning.people.organisations.models import MapPin, Organisation
from opentwinning.people.organisations.queries import (
    Frame,
    box_of_country,
    lands,
    organisation_of,
    pin_changes,
    position_of,
)
from opentwinning.people.organisations.wiring.schedule import follow_schools
from tests import cast

pytestmark = pytest.mark.django_db
MAP = "/organisations/"


@pytest.fixture(autouse=True)
def _nothing_kept():
    cache.clear()


def placed(school, latitude, longitude):
    with free_writing():
        Organisation.objects.filter(pk=school.pk).update(latitude=latitude, longitude=longitude)


def another(school, **changes):
    values = {"country": school.country, "place": school.place, "postcode": "", "name": "Other"}
    with free_writing():
        return Organisation.objects.create(**values | changes)


def text_of(client, **data):
    answer = client.get(MAP, data=data)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_visitor_finds_anas_school_on_the_map_and_no_name_of_anybody(client):
    ana = cast.ana()
    school = organisation_of(ana.educator)
    placed(school, 46.36, 14.11)
    assert "No school found" in text_of(client)
    follow_schools({})
    pin = MapPin.objects.get()
    assert (pin.organisation_id, pin.is_exact, pin.cell_row, pin.cell_column) == (
        school.pk, True, 1363, 1941,
    )  # fmt: skip
    country = text_of(client, country="SI")
    assert f"{school.place}: 1 school" in country
    assert f"cell={1363 // 2}-{1941 // 2}-2#places" in country
    cell = text_of(client, country="SI", cell=f"{1363 // 2}-{1941 // 2}-2")
    assert f"/organisations/{school.ref}" in cell
    assert "Ana Kova" not in country + cell
    assert list(pin_changes()) == []


def test_a_school_without_coordinates_stands_in_the_middle_of_its_town():
    ana = cast.ana()
    school = organisation_of(ana.educator)
    assert position_of(school) is None
    draw_map(by=SYSTEM, put=next(pin_changes()).put, gone=[])
    lost = text_of(cast.ana(), country="SI", lost="1")
    assert school.name in lost
    another(school, latitude=46.0, longitude=14.0)
    another(school, latitude=46.2, longitude=14.2)
    another(school, latitude=10.0, longitude=10.0, state="closed")
    another(school, latitude=50.0, longitude=15.0, country="CZ")
    at = position_of(school)
    assert (round(at.latitude, 3), round(at.longitude, 3), at.is_exact) == (46.1, 14.1, False)
    follow_schools({})
    assert MapPin.objects.get().cell_row == 1361
    card = cast.ana().get(f"/organisations/{school.ref}").content.decode()
    assert "The mark stands in the middle of the town." in card


def test_a_school_leaves_the_map_with_its_last_checked_teacher_and_when_it_closes():
    school = organisation_of(cast.ana().educator)
    follow_schools({})
    with free_writing():
        Organisation.objects.filter(pk=school.pk).update(state="closed")
    follow_schools({})
    assert not MapPin.objects.exists()
    cast.school(cast.newcomer("Oto Kos", "SI"))
    follow_schools({})
    assert not MapPin.objects.exists()


def test_words_and_kinds_filter_the_map_and_wrong_values_do_not_break_it(client):
    school = organisation_of(cast.ana().educator)
    follow_schools({})
    assert school.name in text_of(client, country="SI", q=school.name.split()[-1])
    assert "No school found" in text_of(client, country="SI", q="xyzzy")
    wrong = text_of(client, country="SI", kind="no such", cell="9-9", town="Nowhere")
    assert "0 schools" in wrong
    assert "Countries" in text_of(client, country="ZZ", q="x" * 300)


def test_pages_ask_as_much_for_one_school_as_for_many(client, django_assert_max_num_queries):
    school = organisation_of(cast.ana().educator)
    more = [another(school, name=f"School {n}", latitude=46, longitude=14.5) for n in range(30)]
    put = next(pin_changes()).put
    pins = [
        MapPin(organisation=each, country="SI", town=f"Town {n}", cell_row=1360, cell_column=1945,
               latitude=46, longitude=14.5)
        for n, each in enumerate(more)
    ]  # fmt: skip
    draw_map(by=SYSTEM, put=put + pins, gone=[])
    with django_assert_max_num_queries(6):
        assert "31 schools" in text_of(client, country="SI")


def test_each_country_with_an_outline_has_a_drawing_of_bounded_size():
    for code in ("SI", "MT", "NO", "FR", "RU"):
        box = box_of_country(code)
        frame = Frame(box)
        assert code in {land.code for land in lands(box)}
        assert 0 < frame.width <= 480
        assert 0 < frame.height <= 520
    assert sum(len(land.path) for land in lands(box_of_country("SI"))) < 10_000
    assert box_of_country("JP") is None
