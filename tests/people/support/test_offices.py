"""The public contact of each country (P-07) and the forms behind it (rows 55 and 61)."""

import pytest

from opentwinning.core.actor import SYSTEM
from opentwinning.core.verdicts import Refused
from opentwinning.facilities.audit.models import LedgerEntry
from opentwinning.people.support.actions import save_reply_template, save_support_organisation
from opentwinning.people.support.models import Programme, ReplyTemplate, SupportOrganisation
from opentwinning.people.support.queries import replies_for
from opentwinning.people.support.vocabulary import Decision
from tests import cast

pytestmark = pytest.mark.django_db
OFFICE = {
    "name": "Zavod Most", "name_en": "Bridge Institute", "language": "sl",
    "time_zone": "Europe/Ljubljana", "email": "most@example.org", "usual_days": "4",
    "phone": "+386 1 000 00 00", "hours": "8–15", "postal_address": "Pot 1\n1000 Ljubljana",
    "website": "https://most.example.org", "ambassadors": "Ana Kovač, Maribor",
    "social": "https://social.example.org/most\njavascript:alert(1)",
}  # fmt: skip


def test_a_visitor_finds_the_office_of_a_country():
    cast.office("SI")
    page = cast.Visitor().get("/support/").content.decode()
    assert "Zavod Most" in page
    assert "Slovenia" in page
    assert "office-si@example.org" in cast.Visitor().get("/support/SI").content.decode()
    assert cast.Visitor().get("/support/si").status_code == 200
    assert cast.Visitor().get("/support/XX").status_code == 404


def test_petra_edits_her_office_and_everybody_reads_it():
    petra = cast.petra()
    assert petra.post("/support/SI/edit", OFFICE).status_code == 302
    page = cast.Visitor().get("/support/SI").content.decode()
    for shown in ("Pot 1", "+386 1 000 00 00", "Ana Kovač, Maribor", "most.example.org"):
        assert shown in page
    assert "javascript:" not in page
    assert "within 4 working days" in page
    entry = LedgerEntry.objects.filter(verb__endswith="save_support_organisation").latest("pk")
    assert entry.actor_key == petra.actor.key


def test_another_country_is_closed_to_her():
    """B13."""
    petra = cast.petra()
    cast.office("RO")
    assert petra.get("/support/RO/edit").status_code == 403
    assert petra.post("/support/RO/edit", OFFICE).status_code == 403
    assert petra.get("/support/FR/edit").status_code == 404
    assert SupportOrganisation.objects.get(country="RO").name == "Centrul Puntea"


def test_a_wrong_form_keeps_what_was_typed():
    answer = cast.petra().post("/support/SI/edit", {**OFFICE, "email": "not an address"})
    assert answer.status_code == 422
    assert "Bridge Institute" in answer.content.decode()


def test_claire_adds_a_country_and_takes_one_out():
    claire = cast.claire()
    assert claire.post("/support/new", {"country": "FR"})["Location"] == "/support/FR/edit"
    claire.post("/support/FR/edit", {**OFFICE, "is_active": "on"})
    assert cast.Visitor().get("/support/FR").status_code == 200
    claire.post("/support/FR/edit", OFFICE)
    assert cast.Visitor().get("/support/FR").status_code == 404


def test_a_national_officer_cannot_take_her_country_out():
    """B6: the field is not in her form."""
    petra = cast.petra()
    petra.post("/support/SI/edit", {**OFFICE, "is_active": "", "country": "RO"})
    office = SupportOrganisation.objects.get(country="SI")
    assert office.is_active
    with pytest.raises(TypeError):
        save_support_organisation(by=SYSTEM, country="SI", ref="sup_mine")


def test_the_centre_names_the_programme():
    fields = {
        "name": "Bridges", "tagline": "Two classes", "owner": "", "contact_email": "",
        "school_year_starts_month": "9", "school_year_starts_day": "1",
    }  # fmt: skip
    assert cast.claire().post("/support/programme", fields).status_code == 302
    assert Programme.objects.get().school_year_starts_month == 9
    assert cast.petra().post("/support/programme", fields).status_code == 404


def test_petra_words_her_own_replies():
    petra = cast.petra()
    fields = {
        "decision": "asked",
        "language": "sl",
        "title": "Kartica",
        "text": "Pošljite kartico.",
    }
    assert petra.post("/support/replies/SI/", fields).status_code == 302
    mine = ReplyTemplate.objects.get(country="SI")
    assert "Kartica" in petra.get("/support/replies/SI/").content.decode()
    petra.post(f"/support/replies/{mine.pk}/edit", {**fields, "title": "Izkaznica"})
    mine.refresh_from_db()
    assert mine.title == "Izkaznica"
    radu = cast.radu()
    assert radu.get("/support/replies/SI/").status_code == 404
    assert radu.post(f"/support/replies/{mine.pk}/delete").status_code == 404
    petra.post(f"/support/replies/{mine.pk}/delete")
    assert not ReplyTemplate.objects.filter(country="SI").exists()


def test_replies_for_every_country_belong_to_the_centre():
    common = ReplyTemplate.objects.filter(country="").first()
    assert cast.petra().get(f"/support/replies/{common.pk}/edit").status_code == 404
    assert cast.claire().get("/support/replies/all/").status_code == 200
    with pytest.raises(Refused):
        save_reply_template(
            by=cast.petra().actor, country="", decision=Decision.ASKED, language="sl", title="x",
            text="x",
        )  # fmt: skip


def test_the_readers_language_and_ones_own_office_come_first():
    save_reply_template(
        by=SYSTEM, country="SI", decision=Decision.ASKED, language="sl", title="Žig", text="Žig?"
    )
    found = replies_for("SI", "sl")[Decision.ASKED]
    assert [r.language for r in found][:3] == ["sl", "sl", "sl"]
    assert found[0].country == "SI"
    assert {r.language for r in found} == {"sl", "en"}
