"""The test inputs are what they claim to be."""

import csv

import pytest
from PIL import Image, ImageOps

from tests import inputs


def test_attack_lists_are_complete_and_name_no_real_host():
    sizes = {"xss": 100, "csv_formula": 16, "open_redirect": 80, "path_traversal": 50, "sql": 30}
    for name, least in sizes.items():
        lines = inputs.payloads(name)
        assert len(lines) >= least
        assert not any("google" in line for line in lines)
    assert len(inputs.hostile_files()) >= 20


@pytest.mark.parametrize("orientation", range(1, 9))
def test_each_photo_holds_a_position_and_looks_alike_when_turned(orientation):
    with Image.open(inputs.photo(orientation)) as stored:
        assert stored.getexif()[0x0112] == orientation
        assert stored.getexif().get_ifd(0x8825)
        upright = ImageOps.exif_transpose(stored)
    assert upright.size == (240, 160)
    for place, colour in inputs.CORNERS.items():
        shown = upright.getpixel(place)
        assert all(abs(a - b) < 8 for a, b in zip(shown, colour, strict=True))


def _rows(name, delimiter=","):
    with inputs.register(name).open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines, delimiter=delimiter))


def test_the_british_register_changes_between_its_two_states():
    before = {row["urn"]: row for row in _rows("gb_gias_2023-07")}
    after = {row["urn"]: row for row in _rows("gb_gias_2025-07")}
    gone, new = before.keys() - after.keys(), after.keys() - before.keys()
    assert {"100113", "100039"} <= gone
    assert "150068" in new
    assert before["100113"]["name"] == after["150068"]["name"]
    assert before["100018"]["name"] != after["100018"]["name"]


def test_registers_hold_their_traps():
    romanian = _rows("ro_retea_scolara")
    codes = {row["Cod SIIIR unitate"] for row in romanian}
    assert any(code.startswith("0") for code in codes)
    assert {row["Cod SIIIR PJ"] for row in romanian} <= codes
    french = [row["Identifiant_de_l_etablissement"] for row in _rows("fr_annuaire", ";")]
    assert french.count("0352072M") == 2
    assert inputs.register("fr_annuaire").read_bytes().startswith(b"\xef\xbb\xbf")
    assert any('"' in row["Iestādes nosaukums"] for row in _rows("lv_skolas"))


def test_hostile_names_and_strings_are_many():
    assert len(inputs.all_naughty_strings()) > 200
    assert any("\u202e" in name for name in inputs.hostile_names()["direction override"])
