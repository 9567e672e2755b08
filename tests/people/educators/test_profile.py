"""Profiles: edit, see, keep fresh (pages 34 and 35; R-20 to R-22, X-13)."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from opentwinning.core.verdicts import Refused
from opentwinning.facilities.audit.models import LedgerEntry
from opentwinning.facilities.drafts.models import Draft
from opentwinning.facilities.search.queries import matching
from opentwinning.people.educators.actions import confirm_profile, edit_profile
from opentwinning.people.educators.vocabulary import TraitKind
from tests import cast
from tests.inputs import all_naughty_strings, payloads

pytestmark = pytest.mark.django_db
EDIT = "/educators/profile"
ANSWERS = {
    "profession": "teacher", "languages": ["sl", "en"], "subjects": ["biology"], "ages": ["9-12"],
    "experience": "several", "ideas": "A river diary.", "about": "I like storks.",
    "is_visible": "on", "is_available": "on",
}  # fmt: skip


def test_ana_edits_her_profile_and_is_found_by_it():
    ana = cast.ana()
    answer = ana.post(EDIT, ANSWERS)
    assert answer["Location"] == f"/educators/{ana.educator.ref}"
    page = ana.get(answer["Location"]).content.decode()
    for text in ("A river diary.", "I like storks.", "Biology", "Slovenian", "9–12"):
        assert text in page
    assert matching("educator", "storks") == [ana.educator.pk]


def test_the_form_says_who_sees_what():
    page = cast.ana().get(EDIT).content.decode()
    assert "Who can see this" in page
    assert "Who sees what" in page
    assert "Your support organisation" in page


def test_the_form_shows_what_is_stored():
    ana = cast.ana()
    ana.post(EDIT, {**ANSWERS, "is_available": ""})
    page = ana.get(EDIT).content.decode()
    assert re.search(r'value="biology"[^>]*checked', page)
    assert re.search(r'name="is_visible"[^>]*checked', page)
    assert not re.search(r'name="is_available"[^>]*checked', page)


def test_what_she_typed_and_did_not_send_comes_back():
    """Also what she unticked; and after sending the draft is gone."""
    ana = cast.ana()
    ana.post(EDIT, ANSWERS)
    ana.post(
        "/drafts/educators:profile",
        {"profession": "head", "languages": "en", "about": "Half a sent", "is_available": "on"},
    )
    page = ana.get(EDIT).content.decode()
    assert "Half a sent" in page
    assert re.search(r'<option value="head" selected', page)
    assert re.search(r'value="en"[^>]*checked', page)
    assert not re.search(r'value="biology"[^>]*checked', page)
    assert not re.search(r'name="is_visible"[^>]*checked', page)
    ana.post(EDIT, ANSWERS)
    assert not Draft.objects.exists()


def test_an_invalid_answer_keeps_the_text():
    answer = cast.ana().post(EDIT, {**ANSWERS, "pupils_count": "many", "about": "My text"})
    assert answer.status_code == 422
    assert "My text" in answer.content.decode()


def test_hostile_texts_are_text():
    """C1, C2: stored as typed, shown escaped, on the profile and in the form."""
    ana = cast.ana()
    for texts in (payloads("xss")[:60], payloads("xss")[60:], all_naughty_strings()[::12]):
        attack = "\n".join(texts).replace("\x00", "")[:1900]
        answer = ana.post(EDIT, {**ANSWERS, "about": attack, "ideas": attack})
        assert answer.status_code in {302, 422}
        for path in (EDIT, f"/educators/{ana.educator.ref}"):
            body = ana.get(path).content.decode().partition("<main")[2]
            assert not re.search(r"<(script|img|iframe|object|embed|math|style)\b", body)
            assert "<svg onload" not in body.lower()


def test_a_nul_is_dropped():
    """PostgreSQL knows no such character (K10)."""
    ana = cast.ana()
    ana.post(EDIT, {**ANSWERS, "about": "a\x00b"})
    assert ana.educator.about == "ab"


def test_fields_of_the_table_that_are_not_of_the_form_stay():
    """B6."""
    ana = cast.ana()
    before = ana.educator
    ana.post(EDIT, {**ANSWERS, "country": "FR", "name": "X", "validation_state": "lapsed",
                    "account": "1", "ref": "edu_x"})  # fmt: skip
    after = ana.educator
    for name in ("country", "name", "validation_state", "account_id", "ref"):
        assert getattr(after, name) == getattr(before, name)
    with pytest.raises(TypeError):
        edit_profile(by=ana.actor, educator=ana.educator, traits={}, country="FR")


def test_an_edit_is_one_row_in_the_audit_ledger_and_refusals_are_none():
    ana, ion = cast.ana(), cast.ion()
    before = LedgerEntry.objects.count()
    edit_profile(by=ana.actor, educator=ana.educator, traits={}, about="New")
    assert LedgerEntry.objects.count() == before + 1
    with pytest.raises(Refused):
        edit_profile(by=ion.actor, educator=ana.educator, traits={}, about="Mallory")
    with pytest.raises(Refused):
        confirm_profile(by=ion.actor, educator=ana.educator)
    assert LedgerEntry.objects.count() == before + 1
    assert ana.educator.about == "New"


def test_a_profile_nobody_looked_at_for_half_a_year_asks_to_be_looked_at(clock):
    """R-20."""
    ana = cast.ana()
    url = f"/educators/{ana.educator.ref}"
    clock.passes(days=181)
    assert "Is this still right?" not in ana.get(url).content.decode()
    clock.passes(days=2)
    assert "Is this still right?" in ana.get(url).content.decode()
    assert "Look at your profile" in ana.get("/today/").content.decode()
    assert "Is this still right?" not in cast.ion().get(url).content.decode()
    ana.post("/educators/profile/confirm")
    assert "Is this still right?" not in ana.get(url).content.decode()


def test_a_stranger_reads_no_address():
    """Row 8: the e-mail address is for her office."""
    page = cast.ion().get(f"/educators/{cast.ana().educator.ref}").content.decode()
    assert "ana@example.org" not in page
    assert "Osnovna šola Pod Lipo" in page


def test_a_profile_costs_the_same_however_much_is_in_it():
    ana, ion = cast.ana(), cast.ion()
    url = f"/educators/{ana.educator.ref}"

    def statements():
        with CaptureQueriesContext(connection) as seen:
            ion.get(url)
        return len(seen)

    statements()
    lean = statements()
    traits = {
        TraitKind.SUBJECT: ["art", "biology", "music"],
        TraitKind.LANGUAGE: ["sl", "en", "de"],
    }
    edit_profile(by=ana.actor, educator=ana.educator, traits=traits, about="x")
    assert statements() == lean


def test_officers_have_no_profile_to_edit():
    assert cast.petra().get(EDIT).status_code == 404
