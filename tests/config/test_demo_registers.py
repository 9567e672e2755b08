"""The registers we ship: readable by their mapping, free of personal data, codes kept as text."""

import csv
import re

import pytest

from opentwinning.config.demo.reader import FOLDER
from opentwinning.config.demo.registers import registers, rows_of


@pytest.fixture(scope="module")
def schools():
    return {key: list(rows_of(register)) for key, register in registers().items()}


def test_a_few_thousand_schools_of_five_countries_are_there(schools):
    assert sum(len(rows) for rows in schools.values()) > 3000
    assert {register.country for register in registers().values()} == {"RO", "GB", "FR", "LV", "TR"}


def test_each_code_occurs_once_although_registers_repeat_them(schools):
    for key, rows in schools.items():
        codes = [row.code for row in rows]
        assert len(codes) == len(set(codes)), key


def test_leading_zeros_of_codes_survive(schools):
    starting_with_zero = [row for row in schools["ro_retea_scolara"] if row.code[0] == "0"]
    assert len(starting_with_zero) > 300
    assert all(row.code.isdigit() and len(row.code) == 10 for row in starting_with_zero)


def test_branches_name_a_parent_that_is_in_the_register(schools):
    """Every parent is in the file, though one branch belongs to a club, which is not a school."""
    file = FOLDER / "registers" / registers()["ro_retea_scolara"].file
    with file.open(encoding="utf-8", newline="") as lines:
        codes = {row["Cod SIIIR unitate"] for row in csv.DictReader(lines)}
    branches = [row for row in schools["ro_retea_scolara"] if row.parent_code]
    assert len(branches) > 400
    assert {row.parent_code for row in branches} <= codes


def test_services_that_are_not_schools_stay_out(schools):
    names = [row.name for row in schools["ro_retea_scolara"]]
    assert not any("INSPECTORATUL" in name for name in names)
    assert not any("Halk Eğitimi" in row.kind for row in schools["tr_meb_okullar"])


def test_both_ways_to_write_romanian_letters_occur(schools):
    names = "".join(row.name for row in schools["ro_retea_scolara"])
    assert set("ŞŢ") & set(names)
    assert set("ȘȚ") & set(names)


def test_a_whole_address_in_one_cell_gives_place_and_postcode(schools):
    rows = {row.name: row for row in schools["lv_skolas"]}
    assert rows["Priežmalas pamatskola"].place == "Priežmale"
    assert rows["Priežmalas pamatskola"].region == "Aglonas novads"
    assert rows["Priežmalas pamatskola"].postcode == "LV-5685"
    assert any('"' in name for name in rows)


def test_every_school_has_a_place_and_french_ones_a_position(schools):
    for rows in schools.values():
        assert all(row.place for row in rows)
    placed = [row.latitude for row in schools["fr_annuaire_ille_et_vilaine"] if row.latitude]
    assert len(placed) > 500
    assert all(47 < latitude < 49 for latitude in placed)


def test_no_mail_address_and_no_telephone_number_is_shipped():
    for path in (FOLDER / "registers").glob("*.csv"):
        text = path.read_text(encoding="utf-8-sig")
        assert "@" not in text, path.name
        header = text.partition("\n")[0].lower()
        assert not re.search(r"\b(tel|telefon|telephone|fax|phone)\b", header)


def test_files_stay_small():
    sizes = [path.stat().st_size for path in FOLDER.rglob("*") if path.is_file()]
    assert sum(sizes) < 1_000_000
    assert max(sizes) < 700_000
