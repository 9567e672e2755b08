"""An officer brings in her country's register: mapping, a look, the import (C9)."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from opentwinning.people.organisations.models import Organisation, RegisterImport, RegisterMapping
from tests import cast

pytestmark = pytest.mark.django_db
MAPPING = {
    "delimiter": ";", "encoding": "windows-1250", "empty_markers": "-", "rules": "{}",
    "column_code": "Šifra", "column_name": "Naziv", "column_place": "Kraj",
}  # fmt: skip
FILE = "Šifra;Naziv;Kraj;Ravnatelj\n001;OŠ Žužemberk;Žužemberk;CANARY\n002;=HYPERLINK(1);-;X\n"


@pytest.fixture(autouse=True)
def shelf(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    return tmp_path / "registers"


def upload(person, country="SI", text=FILE):
    file = SimpleUploadedFile("sole.csv", text.encode("windows-1250"), "text/csv")
    return person.post(f"/desk/schools/{country}/look", {"file": file})


def token_of(answer):
    return answer.context["token"]


def test_petra_describes_looks_and_imports(shelf):
    petra = cast.petra()
    assert petra.post("/desk/schools/SI/mapping", MAPPING).status_code == 302
    answer = upload(petra)
    page = answer.content.decode()
    assert "OŠ Žužemberk" in page
    assert "CANARY" not in page
    assert not Organisation.objects.exists()
    done = petra.post(
        "/desk/schools/SI/import", {"token": token_of(answer), "file_name": "sole.csv"}
    )
    assert done.status_code == 302
    assert set(Organisation.objects.values_list("code", "name")) == {
        ("001", "OŠ Žužemberk"), ("002", "=HYPERLINK(1)"),
    }  # fmt: skip
    assert RegisterImport.objects.get().file_name == "sole.csv"
    assert not list(shelf.iterdir())
    assert "2 new" in petra.get("/desk/schools/SI/").content.decode()


def test_a_file_that_does_not_fit_changes_nothing(shelf):
    petra = cast.petra()
    petra.post("/desk/schools/SI/mapping", MAPPING)
    answer = upload(petra, text="a;b\n1;2\n")
    assert answer.status_code == 422
    assert "no column" in answer.content.decode()
    assert not list(shelf.iterdir())


def test_without_a_mapping_the_officer_is_led_to_it():
    petra = cast.petra()
    assert "First say which column means what" in petra.get("/desk/schools/").content.decode()
    assert upload(petra)["Location"] == "/desk/schools/SI/mapping"


@pytest.mark.parametrize(
    "rules",
    [
        "no json", "[]", '{"patterns": {"place": "(a+)+b"}}', '{"schools_when": {"column": "x"}}',
        '{"values": {"kind": 3}}', '{"capitals": "place"}',
    ],
)  # fmt: skip
def test_rules_of_the_wrong_shape_are_refused(rules):
    """C15: patterns are the operator's, since a bad one would keep the server busy."""
    answer = cast.petra().post("/desk/schools/SI/mapping", {**MAPPING, "rules": rules})
    assert answer.status_code == 422
    assert not RegisterMapping.objects.exists()


def test_the_operators_patterns_survive_an_officers_change():
    from opentwinning.core.actor import SYSTEM
    from opentwinning.people.organisations.actions import save_register_mapping

    save_register_mapping(
        by=SYSTEM, country="SI", delimiter=",", encoding="utf-8", empty_markers=[],
        columns={"code": "c", "name": "n"}, rules={"patterns": {"place": "(.+)"}},
    )  # fmt: skip
    petra = cast.petra()
    kept = {**MAPPING, "rules": json.dumps({"capitals": ["place"]})}
    petra.post("/desk/schools/SI/mapping", kept)
    rules = RegisterMapping.objects.get().rules
    assert rules == {"patterns": {"place": "(.+)"}, "capitals": ["place"]}


def test_another_country_looks_absent():
    """B13."""
    petra, radu = cast.petra(), cast.radu()
    petra.post("/desk/schools/SI/mapping", MAPPING)
    answer = upload(petra)
    for address in ("/desk/schools/SI/", "/desk/schools/SI/mapping"):
        assert radu.get(address).status_code == 404
    assert upload(radu).status_code == 404
    stolen = {"token": token_of(answer)}
    assert radu.post("/desk/schools/SI/import", stolen).status_code == 404
    assert not Organisation.objects.exists()


@pytest.mark.parametrize("token", ["../../etc/passwd", "0" * 32, ""])
def test_a_made_up_token_opens_nothing(token):
    petra = cast.petra()
    petra.post("/desk/schools/SI/mapping", MAPPING)
    assert petra.post("/desk/schools/SI/import", {"token": token}).status_code == 302
    assert not RegisterImport.objects.exists()


def test_files_nobody_came_back_for_are_forgotten(shelf):
    import os

    from opentwinning.people.organisations.wiring.schedule import sweep

    petra = cast.petra()
    petra.post("/desk/schools/SI/mapping", MAPPING)
    upload(petra)
    upload(petra)
    old = min(shelf.iterdir())
    os.utime(old, (0, 0))
    sweep({})
    assert len(list(shelf.iterdir())) == 1
