"""An officer brings in her country's register: file, columns, words, a look, the import (C9)."""

import csv
import io
import os
import time

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from opentwinning.facilities.jobs.actions import run_due, run_one
from opentwinning.facilities.jobs.models import Job
from opentwinning.facilities.notifications.models import Notice
from opentwinning.people.organisations.models import Organisation, RegisterImport, RegisterMapping
from opentwinning.people.organisations.wiring import schedule
from tests import cast

pytestmark = pytest.mark.django_db
FILE = (
    "Šifra;Naziv;Kraj;Vrsta;Ravnatelj;E-pošta\n"
    "001;OŠ Žužemberk;Žužemberk;OŠ;CANARY Novak;c@x.example\n"
    "002;=HYPERLINK(1);Col;OŠ;CANARY Kos;d@x.example\n"
    "003;Arhiv;Col;Arhiv;CANARY Bor;e@x.example\n"
    "001;OŠ Druga;Ptuj;OŠ;CANARY Zor;f@x.example\n"
)


@pytest.fixture(autouse=True)
def shelf(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    return tmp_path / "registers"


def upload(person, country="SI", content=FILE, name="sole.csv", encoding="windows-1250"):
    data = content if isinstance(content, bytes) else content.encode(encoding)
    file = SimpleUploadedFile(name, data, "text/csv")
    return person.post(f"/desk/schools/{country}/receive", {"file": file})


def the_import():
    return RegisterImport.objects.latest("pk")


def chosen(register, **changes):
    """What the guessed form would send."""
    plan = register.plan
    fields = {f"column_{name}": column for name, column in plan["columns"].items()}
    rules = plan["rules"]
    fields["filter"] = (rules.get("not_schools_when") or {}).get("column", "")
    fields["state"] = (rules.get("not_open_when") or {}).get("column", "")
    fields["closed"] = (rules.get("closed_when_filled") or {}).get("column", "")
    fields |= {"empty_markers": "-", "closing": register.closing}
    return {**fields, **changes}


def through(person, country="SI", content=FILE, **changes):
    """Up to the report of the dry run."""
    upload(person, country, content)
    register = the_import()
    url = f"/desk/registers/{register.ref}"
    answer = person.post(f"{url}/columns", chosen(register, **changes))
    assert answer.status_code == 302, answer.context["form"].errors
    if answer.url.endswith("/rows"):
        form = person.get(f"{url}/rows").context["form"]
        person.post(f"{url}/rows", {name: form[name].initial for name in form.fields})
    run_due()
    return url


def test_petra_brings_a_register_in_from_the_file_to_the_report(shelf):
    petra = cast.petra()
    upload(petra)
    register = the_import()
    url = f"/desk/registers/{register.ref}"
    page = petra.get(url).content.decode()
    assert "OŠ Žužemberk" in page
    assert "windows-1250 is a guess" in page
    assert "CANARY" not in page
    assert register.plan["columns"] == {
        "code": "Šifra", "name": "Naziv", "place": "Kraj", "kind": "Vrsta",
    }  # fmt: skip
    answer = petra.post(f"{url}/columns", chosen(register))
    assert answer.url == f"{url}/rows"
    page = petra.get(f"{url}/rows").content.decode()
    assert "OŠ (3)" in page
    answer = petra.post(f"{url}/rows", {"not_schools_when": ["0"]})
    assert answer.url == url
    assert "looked through so far" in petra.get(url).content.decode()
    run_due()
    page = petra.get(url).content.decode()
    assert "Nothing has changed yet" in page
    assert "This code occurs twice" in page
    assert not Organisation.objects.exists()
    assert petra.post(f"{url}/start").url == url
    assert "0 of 2 rows" in petra.get(url).content.decode()
    run_due()
    assert set(Organisation.objects.values_list("code", "name")) == {
        ("001", "OŠ Žužemberk"), ("002", "=HYPERLINK(1)"),
    }  # fmt: skip
    register.refresh_from_db()
    counts = (register.state, register.created_count, register.left_out_count)
    assert counts == ("done", 2, 1)
    assert "Imported" in petra.get("/desk/schools/SI/").content.decode()
    kinds = set(Notice.objects.filter(account_id=petra.account.pk).values_list("kind", flat=True))
    assert kinds == {"organisations.looked_through", "organisations.register_finished"}
    assert [path.name.partition(".")[2] for path in shelf.iterdir()] == ["report.csv"]


def test_the_report_downloads_as_a_table_without_formulas():
    """C8."""
    petra = cast.petra()
    url = through(petra)
    answer = petra.get(f"{url}/report")
    text = answer.content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    assert ["New", "3", "002", "'=HYPERLINK(1)", "Col"] in rows
    assert any("twice" in row[0] and row[1] == "5" for row in rows)
    assert "CANARY" not in text


def test_the_columns_are_remembered_for_the_country_and_the_layout():
    petra = cast.petra()
    through(petra, closed="Vrsta", filter="")
    upload(petra)
    assert "came in before" in petra.get(f"/desk/registers/{the_import().ref}").content.decode()
    assert the_import().plan["rules"] == {"closed_when_filled": {"column": "Vrsta"}}
    upload(petra, content=FILE.replace("Vrsta", "Tip"))
    assert "are guessed" in petra.get(f"/desk/registers/{the_import().ref}").content.decode()
    assert RegisterMapping.objects.count() == 1


def test_a_wrong_encoding_is_put_right_by_the_person():
    petra = cast.petra()
    upload(petra)
    url = f"/desk/registers/{the_import().ref}"
    again = {"encoding": "windows-1252", "delimiter": ";", "heading_row": "1"}
    assert petra.post(f"{url}/read-again", again).url == url
    assert the_import().headings[0] == "Šifra"
    assert the_import().reading["encoding"] == "windows-1252"
    petra.post(f"{url}/read-again", {**again, "heading_row": "0"})
    assert the_import().headings[0] == "Column 1"


def test_an_invalid_choice_of_columns_keeps_the_others():
    petra = cast.petra()
    upload(petra)
    register = the_import()
    fields = chosen(register, column_code="", column_place="Kraj")
    answer = petra.post(f"/desk/registers/{register.ref}/columns", fields)
    assert answer.status_code == 422
    assert answer.context["form"]["column_place"].value() == "Kraj"


@pytest.mark.parametrize("content", [b"%PDF-1.7", b"\xd0\xcf\x11\xe0\xa1\xb1", b"\x1f\x8bxx"])
def test_a_file_that_is_no_table_is_refused_and_forgotten(shelf, content):
    petra = cast.petra()
    answer = upload(petra, content=content)
    assert answer.status_code == 422
    assert not RegisterImport.objects.exists()
    assert not list(shelf.iterdir())


def test_half_a_register_needs_a_second_word():
    petra = cast.petra()
    lines = FILE.splitlines(keepends=True)
    whole = lines[0] + "".join(f"{n:03};OŠ {n};Ptuj;OŠ;x;y\n" for n in range(10))
    petra.post(f"{through(petra, content=whole)}/start")
    run_due()
    url = through(petra, content=lines[0] + "".join(whole.splitlines(keepends=True)[1:4]))
    answer = petra.post(f"{url}/start")
    assert answer.status_code == 422
    assert "many schools may be closed" in answer.content.decode()
    petra.post(f"{url}/start", {"many_may_close": "on"})
    run_due()
    assert Organisation.objects.filter(state="closed").count() == 7


def test_a_killed_worker_loses_and_repeats_nothing(monkeypatch):
    """K4: each batch is there or not there; the next worker goes on behind the last one."""
    monkeypatch.setattr("opentwinning.people.organisations.queries.findings.BATCH", 3)
    rows = "".join(f"{n:03};OŠ {n};Ptuj;OŠ;x;y\n" for n in range(10))
    petra = cast.petra()
    url = through(petra, content=FILE.splitlines(keepends=True)[0] + rows)
    petra.post(f"{url}/start")
    real, calls = schedule.import_batch, []

    def dies_at_the_third(**kwargs):
        calls.append(kwargs["start"])
        if len(calls) == 3:
            raise KeyboardInterrupt
        return real(**kwargs)

    monkeypatch.setattr(schedule, "import_batch", dies_at_the_third)
    with pytest.raises(KeyboardInterrupt):
        run_one()
    assert Organisation.objects.count() == the_import().rows_done == 6
    assert "6 of 10 rows" in petra.get(f"{url}/progress").content.decode()
    Job.objects.filter(kind="organisations.import").update(state="queued", leased_until=None)
    run_due()
    assert (the_import().state, the_import().created_count) == ("done", 10)
    assert Organisation.objects.count() == 10


def test_a_second_worker_at_the_same_import_does_nothing():
    petra = cast.petra()
    url = through(petra)
    petra.post(f"{url}/start")
    register = the_import()
    run_due()
    schedule.import_file({"ref": register.ref})
    assert the_import().created_count == 2


def test_a_long_import_goes_on_in_another_job(monkeypatch):
    import datetime as dt

    monkeypatch.setattr("opentwinning.people.organisations.queries.findings.BATCH", 1)
    monkeypatch.setattr(schedule, "SLICE", dt.timedelta(seconds=-1))
    petra = cast.petra()
    petra.post(f"{through(petra)}/start")
    run_due()
    assert the_import().state == "done"
    assert Job.objects.filter(kind="organisations.import").count() == 3


def test_changing_the_columns_and_forgetting_the_file(shelf):
    petra = cast.petra()
    url = through(petra)
    assert petra.post(f"{url}/reopen").url == url
    assert the_import().state == "received"
    assert petra.post(f"{url}/drop").url == "/desk/schools/SI/"
    assert the_import().state == "dropped"
    assert petra.post(f"{url}/start").status_code == 422
    assert not Organisation.objects.exists()


def test_a_file_that_is_gone_is_asked_for_again(shelf):
    petra = cast.petra()
    upload(petra)
    for path in shelf.iterdir():
        path.unlink()
    answer = petra.get(f"/desk/registers/{the_import().ref}", follow=True)
    assert "not here any more" in answer.content.decode()


def test_a_file_that_stops_being_readable_fails_with_a_sentence():
    petra = cast.petra()
    text = (
        FILE.replace("\n", "\n" * 1, 1).encode("utf-8") + b"009;O\x8a \x8eiri;\x8eiri;O\x8a;x;y\n"
    )
    upload(petra, content=text)
    url = f"/desk/registers/{the_import().ref}"
    again = {"encoding": "utf-8", "delimiter": ";", "heading_row": "1"}
    petra.post(f"{url}/read-again", again)
    register = the_import()
    register.refresh_from_db()
    from opentwinning.people.organisations.actions import look_through_register

    look_through_register(by=petra.actor, register=register)
    run_due()
    assert the_import().state == "failed"
    assert "another encoding" in petra.get(url).content.decode()


def test_another_country_looks_absent():
    """B13."""
    petra, radu = cast.petra(), cast.radu()
    upload(petra)
    url = f"/desk/registers/{the_import().ref}"
    for path in (url, f"{url}/progress", f"{url}/rows", f"{url}/report"):
        assert radu.get(path).status_code == 404
    for step in ("start", "drop", "reopen", "columns", "read-again"):
        assert radu.post(f"{url}/{step}").status_code == 404
    assert upload(radu, "SI").status_code == 404
    assert cast.ana().get(url).status_code == 404


def test_the_operator_brings_in_the_register_of_any_country():
    cast.office("SI")
    otto = cast.otto()
    assert otto.get("/desk/schools/SI/").status_code == 200
    url = through(otto)
    otto.post(f"{url}/start")
    run_due()
    assert Organisation.objects.count() == 2


def test_files_nobody_came_back_for_are_forgotten(shelf):
    upload(cast.petra())
    old = time.time() - 2 * 24 * 3600
    for path in shelf.iterdir():
        os.utime(path, (old, old))
    schedule.sweep({})
    assert not list(shelf.iterdir())
