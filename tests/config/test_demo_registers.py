"""The registers we ship: readable by the product's importer, free of personal data."""

import re

import pytest

from opentwinning.config.demo.builder import registers as builder
from opentwinning.config.demo.builder.world import World
from opentwinning.config.demo.reader import FOLDER
from opentwinning.config.demo.registers import path_of, registers
from opentwinning.core.clock import now
from opentwinning.people.organisations.models import Organisation, RegisterImport
from tests import cast

COUNTRIES = {"RO", "GB", "FR", "LV", "TR"}


@pytest.fixture
def schools(db):
    world = World(start=now(), password="")
    world.officer_of = lambda country: cast.officer(f"Officer{country} One", country).actor
    for register in registers().values():
        builder.take(world, register)
    return Organisation.objects


def test_the_importer_takes_a_few_thousand_schools_of_five_countries(schools):
    assert schools.count() > 3000
    assert set(schools.values_list("country", flat=True)) == COUNTRIES
    assert RegisterImport.objects.count() == 5
    # Leading zeros of codes survive.
    with_zero = schools.filter(country="RO", code__startswith="0")
    assert with_zero.count() > 300
    assert all(len(code) == 10 for code in with_zero.values_list("code", flat=True))
    # Branches know their school.
    assert schools.exclude(parent=None).filter(country="RO").count() > 400
    # Services that are no schools stay out.
    assert not schools.filter(name__contains="INSPECTORATUL").exists()
    assert not schools.filter(kind__contains="Halk Eğitimi").exists()
    # Both ways to write Romanian letters are there.
    assert schools.filter(country="RO", name__contains="Ş").exists()
    assert schools.filter(country="RO", name__contains="Ș").exists()
    # A whole address in one cell gives place and postcode.
    latvian = schools.get(name="Priežmalas pamatskola")
    assert (latvian.place, latvian.region, latvian.postcode) == (
        "Priežmale",
        "Aglonas novads",
        "LV-5685",
    )
    assert not schools.filter(place="").exists()
    assert schools.filter(country="FR", latitude__range=(47, 49)).count() > 500


def test_no_mail_address_and_no_telephone_number_is_shipped():
    for register in registers().values():
        text = path_of(register).read_text(encoding="utf-8-sig")
        assert "@" not in text, register.file
        header = text.partition("\n")[0].lower()
        assert not re.search(r"\b(tel|telefon|telephone|fax|phone)\b", header)


def test_files_stay_small():
    sizes = [path.stat().st_size for path in FOLDER.rglob("*") if path.is_file()]
    assert sum(sizes) < 1_000_000
    assert max(sizes) < 700_000
