"""National registers: read as they are, brought in whole or not at all (C9, X-12)."""

import io

import pytest
import yaml
from django.core.management import CommandError, call_command

from opentwinning.config.demo.reader import FOLDER
from opentwinning.core.actor import SYSTEM
from opentwinning.core.verdicts import Invalid, Refused
from opentwinning.facilities.search.models import SearchEntry
from opentwinning.people.organisations.actions import import_register, save_register_mapping
from opentwinning.people.organisations.models import Affiliation, Organisation, RegisterImport
from opentwinning.people.organisations.queries import find_organisations, preview_register
from tests import cast
from tests.inputs import register

pytestmark = pytest.mark.django_db
MAPPINGS = yaml.safe_load((FOLDER / "registers" / "mappings.yaml").read_text("utf-8"))
RULES = ("patterns", "values", "capitals", "small_words", "schools_when", "open_when")


def mapping(key):
    found = MAPPINGS[key]
    return save_register_mapping(
        by=SYSTEM,
        country=found["country"],
        delimiter=found["delimiter"],
        encoding=found["encoding"],
        columns=found["columns"],
        empty_markers=found["empty_markers"],
        rules={name: found[name] for name in RULES if name in found},
    )


def plain_mapping(country="XX", **columns):
    return save_register_mapping(
        by=SYSTEM, country=country, delimiter=",", encoding="utf-8", empty_markers=["", "-"],
        columns={"code": "code", "name": "name", "place": "place", "parent": "parent", **columns},
        rules={},
    )  # fmt: skip


def bring(country, source, found, **options):
    file = io.BytesIO(source if isinstance(source, bytes) else source.read_bytes())
    return import_register(by=SYSTEM, country=country, file=file, mapping=found, **options)


def counts(done):
    return (
        done.created_count, done.changed_count, done.unchanged_count, done.closed_count,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("key", "file"),
    [
        ("ro_retea_scolara", "ro_retea_scolara"),
        ("gb_gias_open", "gb_gias_2025-07"),
        ("fr_annuaire_ille_et_vilaine", "fr_annuaire"),
        ("lv_skolas", "lv_skolas"),
        ("tr_meb_okullar", "tr_meb_okullar"),
    ],
)
def test_each_register_comes_in_and_a_second_import_changes_nothing(key, file):
    found = mapping(key)
    country = MAPPINGS[key]["country"]
    first = bring(country, register(file), found)
    assert first.created_count == Organisation.objects.filter(country=country).count() > 20
    before = list(Organisation.objects.order_by("pk").values())
    second = bring(country, register(file), found)
    assert counts(second) == (0, 0, first.created_count, 0)
    assert list(Organisation.objects.order_by("pk").values()) == before


def test_codes_stay_text_and_branches_keep_their_parent():
    bring("RO", register("ro_retea_scolara"), mapping("ro_retea_scolara"))
    zero = Organisation.objects.filter(code__startswith="0").first()
    assert zero is not None
    assert len(zero.code) == 10
    branch = Organisation.objects.get(code="2262101333")
    assert branch.parent.code == "2261104707"
    assert branch.place == "Tansa"


def test_a_byte_order_mark_semicolons_and_doubled_codes():
    done = bring("FR", register("fr_annuaire"), mapping("fr_annuaire_ille_et_vilaine"))
    doubled = {p["value"] for p in done.problems if p["what"] == "doubled_code"}
    assert doubled == {"0352072M", "0350852L", "0350778F"}
    assert Organisation.objects.exclude(latitude=None).exists()


def test_bodies_that_are_not_schools_stay_out():
    done = bring("TR", register("tr_meb_okullar"), mapping("tr_meb_okullar"))
    assert done.left_out_count > 0
    assert not Organisation.objects.filter(name__contains="Halk Eğitimi Merkezi").exists()


def test_the_next_years_file_renames_opens_and_closes():
    found = mapping("gb_gias_open")
    bring("GB", register("gb_gias_2023-07"), found)
    done = bring("GB", register("gb_gias_2025-07"), found)
    assert Organisation.objects.get(code="100018").name == "Netley Primary School"
    assert Organisation.objects.get(code="100322").postcode
    closed = set(Organisation.objects.filter(state="closed").values_list("code", flat=True))
    assert {"100039", "100113", "100268"} <= closed
    assert done.closed_count == len(closed)
    assert done.changed_count >= 7


def test_a_file_in_an_old_encoding():
    text = "code,name,place\n1,Osnovna šola Žužemberk,Žužemberk\n"
    found = plain_mapping(parent="")
    found.encoding = "windows-1250"
    bring("XX", text.encode("windows-1250"), found)
    assert Organisation.objects.get(code="1").name == "Osnovna šola Žužemberk"


def test_a_wrong_encoding_changes_nothing():
    found = plain_mapping(parent="")
    text = "code,name,place\n" + "1,Grm,Grm\n" * 3000 + "2,Šola,Žiri\n"
    with pytest.raises(Invalid, match="another encoding"):
        bring("XX", text.encode("windows-1250"), found)
    assert not Organisation.objects.exists()
    assert not RegisterImport.objects.exists()


def test_a_parent_may_stand_later_or_nowhere():
    found = plain_mapping()
    rows = "code,name,place,parent\n2,Branch,A,1\n3,Orphan,B,99\n1,School,A,\n"
    done = bring("XX", rows.encode(), found)
    assert Organisation.objects.get(code="2").parent.code == "1"
    assert Organisation.objects.get(code="3").parent is None
    assert [p["value"] for p in done.problems if p["what"] == "unknown_parent"] == ["3"]
    done = bring("XX", (rows + "99,Late parent,B,\n").encode(), found)
    assert Organisation.objects.get(code="3").parent.code == "99"
    assert counts(done) == (1, 1, 2, 0)


def test_a_closed_school_keeps_its_educators_and_opens_again():
    found = plain_mapping(country="SI", parent="")
    text = b"code,name,place\n1,Lipa,Ptuj\n2,Bor,Celje\n3,Hrast,Krsko\n4,Jelka,Kranj\n"
    bring("SI", text, found)
    ana = cast.newcomer("Ana Kovač", "SI")
    from opentwinning.people.organisations.actions import join_organisation

    lipa = Organisation.objects.get(code="1")
    join_organisation(by=ana.actor, educator=ana.educator, organisation=lipa)
    bring("SI", text.replace(b"1,Lipa,Ptuj\n", b""), found)
    lipa.refresh_from_db()
    assert lipa.state == "closed"
    assert Affiliation.objects.filter(organisation=lipa, ended_at=None).exists()
    assert find_organisations("SI", "lipa") == []
    done = bring("SI", text, found)
    assert counts(done) == (0, 1, 3, 0)
    assert find_organisations("SI", "lipa") == [lipa]


def test_a_school_of_a_first_teacher_is_never_closed():
    found = plain_mapping(country="SI", parent="")
    school = cast.school(cast.newcomer("Ana Kovač", "SI"))
    bring("SI", b"code,name,place\n1,Lipa,Ptuj\n", found)
    school.refresh_from_db()
    assert school.state == "active"


def test_half_a_register_is_refused_until_somebody_means_it():
    found = plain_mapping(parent="")
    rows = "".join(f"{n},School {n},Town\n" for n in range(10))
    bring("XX", f"code,name,place\n{rows}".encode(), found)
    half = f"code,name,place\n{rows[: len(rows) // 2]}".encode()
    with pytest.raises(Invalid, match="close many schools"):
        bring("XX", half, found)
    assert Organisation.objects.filter(state="active").count() == 10
    assert bring("XX", half, found, many_may_close=True).closed_count == 5


def test_an_empty_file_and_a_strange_one_change_nothing():
    found = plain_mapping()
    for bad in (b"", b"code,name,place,parent\n", b"a,b\n1,2\n", b"\xff\xfe\x00"):
        with pytest.raises(Invalid):
            bring("XX", bad, found)
    assert not RegisterImport.objects.exists()


def test_bad_lines_are_named_and_the_others_taken():
    found = plain_mapping(parent="")
    rows = f"code,name,place\n,No code,A\n1,,A\n{'9' * 41},Long,A\n2,Good,A\n2,Again,A\n3\n"
    done = bring("XX", rows.encode(), found)
    assert done.created_count == 1
    assert [(p["line"], p["what"]) for p in done.problems] == [
        (2, "no_code"), (3, "no_name"), (4, "long_code"), (6, "doubled_code"), (7, "short_line"),
    ]  # fmt: skip


def test_names_lose_controls_and_direction_tricks():
    """C2, C10."""
    found = plain_mapping(parent="")
    rows = "code,name,place\n1,\u202eloohcS\u202c  of\u200b Ptuj\x07,=cmd|'/c calc'!A1\n"
    bring("XX", rows.encode(), found)
    school = Organisation.objects.get()
    assert school.name == "loohcS of Ptuj"
    assert school.place == "=cmd|'/c calc'!A1"


def test_columns_about_people_are_never_read():
    """J1: only mapped columns of our list are read, whatever the mapping says."""
    found = plain_mapping(parent="", head="director", place="place")
    rows = "code,name,place,director,phone\n1,Lipa,Ptuj,CANARY Novak,CANARY 041\n"
    bring("XX", rows.encode(), found)
    everything = str(list(Organisation.objects.values())) + str(list(SearchEntry.objects.values()))
    everything += str(list(RegisterImport.objects.values()))
    assert "CANARY" not in everything


def test_unmapped_fields_stay_as_an_officer_wrote_them():
    found = plain_mapping(parent="")
    bring("XX", b"code,name,place\n1,Lipa,Ptuj\n", found)
    from opentwinning.core.permits import free_writing

    with free_writing():
        Organisation.objects.update(website="https://lipa.example")
    bring("XX", b"code,name,place\n1,Lipa nova,Ptuj\n", found)
    assert Organisation.objects.get().website == "https://lipa.example"


def test_a_preview_counts_what_the_import_then_does():
    found = mapping("gb_gias_open")
    bring("GB", register("gb_gias_2023-07"), found)
    with register("gb_gias_2025-07").open("rb") as file:
        preview = preview_register("GB", file, found)
    done = bring("GB", register("gb_gias_2025-07"), found)
    assert (preview.created, preview.changed, preview.unchanged, preview.closed) == counts(done)
    assert preview.first_rows[0].name == "Netley Primary School"


def test_an_officer_imports_her_own_country_only():
    """B13."""
    found = plain_mapping(country="RO", parent="")
    for stranger in (cast.petra(), cast.ana()):
        with pytest.raises(Refused):
            import_register(
                by=stranger.actor, country="RO", file=io.BytesIO(b"code,name\n"), mapping=found
            )
    file = io.BytesIO(b"code,name,place\n1,Nuc,Cluj\n")
    done = import_register(by=cast.radu().actor, country="RO", file=file, mapping=found)
    assert done.by_account_id == cast.radu().account.pk


def test_the_search_knows_a_school_by_name_place_and_code_in_any_spelling():
    """X-12."""
    bring("RO", register("ro_retea_scolara"), mapping("ro_retea_scolara"))
    assert find_organisations("RO", "scoala gimnaziala muntenile") or find_organisations(
        "RO", "scoala gimnaziala bivolari"
    )
    assert find_organisations("RO", "2261104707")[0].place == "Belceşti"
    assert find_organisations("SI", "scoala") == []


def test_counting_statements_of_a_batch(django_assert_max_num_queries):
    """Statements depend on batches, not on rows."""
    found = plain_mapping(parent="")
    rows = "code,name,place\n" + "".join(f"{n},School {n},Town\n" for n in range(900))
    with django_assert_max_num_queries(40):
        bring("XX", rows.encode(), found)


def test_the_command_takes_file_and_mapping(capsys):
    arguments = ("import_register", "GB", str(register("gb_gias_2023-07")))
    with pytest.raises(CommandError, match="--mapping"):
        call_command(*arguments)
    path = str(FOLDER / "registers" / "mappings.yaml")
    call_command(*arguments, "--mapping", path, "--dry-run")
    assert not Organisation.objects.exists()
    call_command(*arguments, "--mapping", path)
    assert f"{Organisation.objects.count()} new" in capsys.readouterr().out
    call_command(*arguments)
    assert "0 new, 0 changed" in capsys.readouterr().out
