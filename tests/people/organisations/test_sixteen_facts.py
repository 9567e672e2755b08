"""Sixteen facts of real registers, each with a test of its name (C9, X-12, R-17)."""

import io

import pytest

from opentwinning.core.actor import SYSTEM
from opentwinning.people.organisations.actions import (
    import_register,
    join_organisation,
    save_register_mapping,
)
from opentwinning.people.organisations.models import Affiliation, Organisation
from opentwinning.people.organisations.queries import (
    find_organisations,
    look_alikes,
    look_into,
    reading_of,
)
from opentwinning.people.organisations.queries.findings import Report, look_through
from opentwinning.people.organisations.queries.guesses import layout_of
from tests import cast
from tests.people.organisations.layouts import text, workbook

pytestmark = pytest.mark.django_db
HEADINGS = ["Code", "Name", "Town", "Postcode", "Type", "Parent code", "Web site", "Lat", "Lon",
            "Head teacher", "E-mail"]  # fmt: skip
LIPA = ["001", "Šola Pod Lipo", "Ptuj", "2250", "school", "", "www.lipa.example", "46,42", "15,87",
        "Nina CANARY", "nina@canary.example"]  # fmt: skip
BOR = [
    "0002",
    "Šola Bor",
    "Celje",
    "3000",
    "school",
    "001",
    "",
    "",
    "",
    "Ivo CANARY",
    "i@c.example",
]
JELKA = ["003", "Šola Jelka", "Kranj", "4000", "school", "", "lipa", "91,5", "x", "", ""]
ARHIV = ["004", "Zgodovinski arhiv", "Ptuj", "2250", "archive", "", "", "", "", "", ""]
HRAST = ["005", "Šola Hrast", "Koper", "6000", "school", "", "", "", "", "", ""]


def bring(*rows, country="SI", file=None, **rules):
    """As the wizard does: guess, remember, import."""
    content = file or text([HEADINGS, *rows])
    look = look_into(io.BytesIO(content), country)
    plan = {**look.plan, "rules": {**look.plan["rules"], **rules}}
    mapping = save_register_mapping(
        by=SYSTEM, country=country, layout=layout_of(look.headings),
        delimiter=look.reading.delimiter, encoding=look.reading.encoding,
        reading={"heading_row": look.reading.heading_row, "sheet": look.reading.sheet}, **plan,
    )  # fmt: skip
    assert reading_of(mapping).heading_row == look.reading.heading_row
    return import_register(
        by=SYSTEM, country=country, file=io.BytesIO(content), mapping=mapping, many_may_close=True
    )


def school(code, country="SI"):
    return Organisation.objects.get(country=country, code=code)


def test_fact_1_codes_are_text():
    bring(LIPA, BOR)
    assert set(Organisation.objects.values_list("code", flat=True)) == {"001", "0002"}
    rows = [["Code", "Name", "Town"], [7, "Šola Sedem", "Ptuj"], [12, "Šola Dvanajst", "Ptuj"]]
    bring(file=workbook(rows, formats={(2, 1): "0000", (3, 1): "0000"}), country="XX")
    assert school("0007", "XX").name == "Šola Sedem"


def test_fact_2_a_parent_may_come_later():
    bring(BOR, LIPA)
    assert school("0002").parent.code == "001"


def test_fact_3_a_parent_may_be_missing():
    done = bring(BOR, HRAST)
    assert school("0002").parent is None
    assert [(p["what"], p["value"]) for p in done.problems] == [("unknown_parent", "0002")]


def test_fact_4_cedilla_and_comma_below_are_found_alike():
    bring(["1", "Şcoala Ţepeş", "Iaşi"] + [""] * 8, ["2", "Școala Ștefan", "Iași"] + [""] * 8)
    for query in ("școala țepeș", "şcoala ţepeş", "scoala tepes"):
        assert [s.code for s in find_organisations("SI", query)] == ["1"]
    assert [s.code for s in find_organisations("SI", "şcoala ştefan iaşi")] == ["2"]


def test_fact_5_names_are_shown_as_they_were_sent():
    bring(["1", "Şcoala Ţepeş", "Iaşi"] + [""] * 8, ["2", "Școala Ștefan", "Iași"] + [""] * 8)
    assert (school("1").name, school("2").name) == ("Şcoala Ţepeş", "Școala Ștefan")
    page = cast.Visitor().get(f"/organisations/{school('1').ref}").content.decode()
    assert "Şcoala Ţepeş" in page


def test_fact_6_the_same_name_elsewhere_is_another_school():
    bring(LIPA, ["009", LIPA[1], "Ptuj", "2250", *LIPA[4:]], ["010", LIPA[1], "Koper", *LIPA[3:]])
    assert Organisation.objects.filter(name=LIPA[1]).count() == 3
    assert len(look_alikes("SI", LIPA[1], "Ptuj", "2250")) == 3


def test_fact_7_a_second_import_changes_nothing():
    rows = (LIPA, BOR, JELKA, HRAST)
    bring(*rows)
    before = list(Organisation.objects.order_by("pk").values())
    done = bring(*rows)
    assert (done.created_count, done.changed_count, done.closed_count) == (0, 0, 0)
    assert done.unchanged_count == 4
    assert list(Organisation.objects.order_by("pk").values()) == before


def test_fact_8_vanished_schools_are_closed():
    bring(LIPA, BOR, JELKA, HRAST)
    done = bring(LIPA, BOR, JELKA)
    assert done.closed_count == 1
    assert school("005").state == "closed"
    assert find_organisations("SI", "hrast") == []


def test_fact_10_teachers_stay_attached_to_a_closed_school():
    bring(LIPA, BOR, JELKA, HRAST)
    ana = cast.newcomer("Ana Kovač", "SI")
    join_organisation(by=ana.actor, educator=ana.educator, organisation=school("005"))
    bring(LIPA, BOR, JELKA)
    assert Affiliation.objects.get(educator=ana.educator).organisation == school("005")
    assert Affiliation.objects.get(educator=ana.educator).ended_at is None


def test_fact_12_two_rows_with_one_code_are_reported_and_the_first_counts():
    done = bring(LIPA, ["001", "Druga šola", *LIPA[2:]])
    assert [(p["what"], p["line"], p["value"]) for p in done.problems] == [
        ("doubled_code", 3, "001")
    ]
    assert school("001").name == "Šola Pod Lipo"


def test_fact_13_columns_about_people_are_dropped_by_default():
    look = look_into(io.BytesIO(text([HEADINGS, LIPA, BOR])), "SI")
    assert look.personal == ["Head teacher", "E-mail"]
    assert not {"Head teacher", "E-mail"} & set(look.plan["columns"].values())
    bring(LIPA, BOR)
    assert "CANARY" not in str(list(Organisation.objects.values()))


@pytest.mark.parametrize(
    ("written", "link"),
    [
        ("www.lipa.example", "https://www.lipa.example"),
        ("lipa.example/si", "https://lipa.example/si"),
        ("http://lipa.example", "http://lipa.example"),
        ("http://http://lipa.example", "http://lipa.example"),
        ("WWW.LIPA.EXAMPLE; b.example", "https://www.lipa.example"),
        ("info@lipa.example", ""),
        ("javascript:alert(1)", ""),
        ("ni spletne strani", ""),
        ("šola.example", "https://šola.example"),
    ],
)
def test_fact_14_addresses_without_scheme_become_links(written, link):
    bring([*LIPA[:6], written, *LIPA[7:]], ["0002", *BOR[1:6], "www.bor.example", *BOR[7:]])
    assert school("001").website == link
    assert school("001").has_website == bool(link)


def test_fact_15_coordinates_are_optional_and_may_have_decimal_commas():
    bring(LIPA, BOR, JELKA)
    assert (school("001").latitude, school("001").longitude) == (46.42, 15.87)
    assert (school("0002").latitude, school("003").latitude) == (None, None)
    done = bring(
        file=text([["Code", "Name", "Position"], ["1", "Nord", "47.98, -1.92"],
                   ["2", "Süd", "47,5 2,25"]]),
        country="XX",
    )  # fmt: skip
    assert done.created_count == 2
    assert (school("1", "XX").latitude, school("1", "XX").longitude) == (47.98, -1.92)
    assert (school("2", "XX").latitude, school("2", "XX").longitude) == (47.5, 2.25)


def test_fact_16_other_kinds_of_institution_are_filtered():
    wanted = {"column": "Type", "values": ["archive"]}
    done = bring(LIPA, BOR, JELKA, ARHIV, not_schools_when=wanted)
    assert done.left_out_count == 1
    assert not Organisation.objects.filter(code="004").exists()


def test_a_code_damaged_by_a_spreadsheet_and_a_line_with_too_many_cells_are_reported():
    done = bring(LIPA, ["1,2E+11", *BOR[1:]], [*HRAST, "one cell too many"])
    assert {p["what"] for p in done.problems} == {"damaged_code", "long_line"}
    assert Organisation.objects.count() == 1


def test_town_and_postcode_are_taken_out_of_a_whole_address():
    rows = [
        ["Reg. Nr. code", "Name", "Adrese"],
        ["1", "Lejas skola", "SKOLAS IELA 6, PRIEDES, KALNA PAGASTS, LEJAS NOVADS, LV-5685"],
        ["2", "Kalna skola", "Liepu iela 1, Kalns, LV-1010"],
    ]
    bring(file=text(rows), country="LV")
    assert (school("1", "LV").postcode, school("1", "LV").place) == ("LV-5685", "PRIEDES")
    assert (school("2", "LV").postcode, school("2", "LV").place) == ("LV-1010", "Kalns")


def test_one_part_of_a_register_closes_only_its_own_schools():
    from opentwinning.people.organisations.models import RegisterImport
    from opentwinning.people.organisations.queries.intake import default_closing

    bring(LIPA, BOR)
    other = [["sifra", "ime šole", "kraj"], ["v1", "Vrtec Čebelica", "Ptuj"]]
    look = look_into(io.BytesIO(text(other)), "SI")
    layout = layout_of(look.headings)
    assert default_closing("SI", layout) == "layout"
    mapping = save_register_mapping(
        by=SYSTEM, country="SI", layout=layout, delimiter=";", encoding="utf-8", **look.plan
    )
    part = RegisterImport(
        country="SI", mapping=mapping, closing="layout", plan=look.plan,
        reading=look.reading.stored(), headings=look.headings,
    )  # fmt: skip
    found = look_through(
        part, io.BytesIO(text(other)), io.BytesIO(), Report(io.StringIO()), lambda rows: None
    )
    assert (found.counts["created"], found.counts["closed"]) == (1, 0)
