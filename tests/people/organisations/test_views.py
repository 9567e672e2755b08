"""Finding, joining and registering one's school (R-15…R-18, X-12); the public card (row 3)."""

import pytest

from opentwinning.core.actor import SYSTEM
from opentwinning.core.clock import today
from opentwinning.core.permits import free_writing
from opentwinning.facilities.notifications.models import Mail
from opentwinning.facilities.notifications.wiring.delivery import rendered
from opentwinning.people.organisations.actions.heads import tell_head
from opentwinning.people.organisations.models import Affiliation, Organisation
from opentwinning.people.organisations.queries import find_organisations
from opentwinning.people.support.actions import save_validation_rules
from tests import cast

pytestmark = pytest.mark.django_db
CHOOSE = "/organisations/choose"
REGISTERED = "organisations/mail/school_registered.txt"
LIPA = {
    "name": "Osnovna šola Pod Lipo", "kind": "primary", "place": "Maribor", "postcode": "2000",
    "website": "", "is_true": "on", "head_name": "Vida Vrh", "head_email": "vida@lipa.example",
}  # fmt: skip


def test_ana_finds_her_school_by_a_part_without_accents_and_joins_with_one_click():
    school = cast.school(cast.newcomer("Oto Kos", "SI"))
    ana = cast.newcomer("Ana Kovač", "SI")
    page = ana.get(CHOOSE, data={"q": "sola lip"}).content.decode()
    assert "Osnovna šola Pod Lipo" in page
    assert "Maribor" in page
    answer = ana.post(f"/organisations/{school.ref}/join", follow=True)
    assert "You have nothing to do now" in answer.content.decode()
    assert "You work here" in ana.get(CHOOSE).content.decode()
    assert ana.educator.validation_state == "waiting"


def test_typing_brings_only_the_list():
    cast.school(cast.newcomer("Oto Kos", "SI"))
    ana = cast.newcomer("Ana Kovač", "SI")
    part = ana.get(CHOOSE, data={"q": "lipo"}, headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in part
    assert "Osnovna šola Pod Lipo" in part
    assert "My school is not listed" in part


def test_schools_of_other_countries_are_not_offered_and_cannot_be_joined():
    school = cast.school(cast.newcomer("Oto Kos", "SI"))
    ion = cast.newcomer("Ion Popescu", "RO")
    assert "Pod Lipo" not in ion.get(CHOOSE, data={"q": "lipo"}).content.decode()
    assert ion.post(f"/organisations/{school.ref}/join").status_code == 403
    assert not Affiliation.objects.filter(educator=ion.educator).exists()


def test_the_first_teacher_registers_the_school():
    """R-15."""
    ana = cast.newcomer("Ana Kovač", "SI")
    answer = ana.post("/organisations/register", LIPA)
    assert answer.status_code == 302
    school = Organisation.objects.get()
    assert (school.country, school.source) == ("SI", "first_teacher")
    assert Affiliation.objects.get(educator=ana.educator).organisation == school


def test_the_head_gets_one_single_message_that_the_school_is_registered():
    """X-10, X-11: her details are required; others read them nowhere, the officer does."""
    ana = cast.newcomer("Ana Kovač", "SI")
    for missing in ("head_name", "head_email", "is_true"):
        assert ana.post("/organisations/register", {**LIPA, missing: ""}).status_code == 422
    assert not Mail.objects.filter(template=REGISTERED).exists()
    ana.post("/organisations/register", {**LIPA, "region": "Podravje", "system_country": "AT"})
    school = Organisation.objects.get()
    again = tell_head(by=ana.actor, organisation=school, educator=ana.educator,
                      name="Ana Kovač", email="ana@else.example")  # fmt: skip
    assert again.name == "Vida Vrh"
    mail = Mail.objects.get(template=REGISTERED)
    text = rendered(mail)[1]
    assert mail.to_address == "vida@lipa.example"
    assert mail.language == "sl"  # as the office writes
    assert "Ana Kovač" in text
    assert "Osnovna šola Pod Lipo" in text
    assert f"/organisations/{school.ref}" in text
    card = cast.Visitor().get(f"/organisations/{school.ref}").content.decode()
    assert "Podravje" in card
    assert "Austria" in card
    assert "Vida" not in card
    assert "vida@lipa" not in card
    cast.newcomer("Nina Kos", "SI").post(f"/organisations/{school.ref}/join")
    assert Mail.objects.filter(template=REGISTERED).count() == 1
    desk = cast.petra().get(f"/desk/validations/{ana.educator.ref}").content.decode()
    assert "vida@lipa.example" in desk


def test_the_number_of_a_school_is_asked_where_the_country_says_so_and_stands_once():
    """X-10."""
    cast.office("SI")
    save_validation_rules(
        by=SYSTEM, country="SI", from_day=today(), asks_school=False, answer_days=10, months=24,
        remind_days=30, needs_code=True,
    )  # fmt: skip
    ana, oto = cast.newcomer("Ana Kovač", "SI"), cast.newcomer("Oto Kos", "SI")
    ion = cast.newcomer("Ion Popescu", "RO")
    assert ana.post("/organisations/register", LIPA).status_code == 422
    assert ion.post("/organisations/register", LIPA).status_code == 302
    assert ana.post("/organisations/register", {**LIPA, "code": "0071"}).status_code == 302
    assert Organisation.objects.get(country="SI").code == "0071"
    other = {**LIPA, "name": "Gimnazija Sonce", "place": "Koper", "code": "0071"}
    answer = oto.post("/organisations/register", other)
    assert answer.status_code == 422
    assert "A school with this number is here already." in answer.content.decode()


def test_nobody_registers_many_schools_a_day():
    """G9: each one writes to somebody outside."""
    ana = cast.newcomer("Ana Kovač", "SI")
    answers = [
        ana.post("/organisations/register", {**LIPA, "name": f"Šola {n}", "is_another": "on"})
        for n in range(6)
    ]
    assert [answer.status_code for answer in answers] == [302] * 5 + [422]
    assert Organisation.objects.count() == 5


def test_a_school_that_looks_the_same_is_shown_first():
    """R-16, R-17."""
    cast.newcomer("Oto Kos", "SI").post("/organisations/register", LIPA)
    ana = cast.newcomer("Ana Kovač", "SI")
    near = {**LIPA, "name": "OŠ pod lipo", "postcode": ""}
    answer = ana.post("/organisations/register", near)
    assert answer.status_code == 422
    assert "Is it one of these?" in answer.content.decode()
    assert Organisation.objects.count() == 1
    ana.post("/organisations/register", {**near, "is_another": "on"})
    assert Organisation.objects.count() == 2


def test_an_invalid_form_keeps_what_was_typed():
    ana = cast.newcomer("Ana Kovač", "SI")
    answer = ana.post("/organisations/register", {**LIPA, "place": "", "is_true": ""})
    assert answer.status_code == 422
    assert "Osnovna šola Pod Lipo" in answer.content.decode()
    assert not Organisation.objects.exists()


def test_no_field_of_the_record_slips_in_with_the_form():
    """B6."""
    ana = cast.newcomer("Ana Kovač", "SI")
    ana.post(
        "/organisations/register",
        {**LIPA, "country": "DK", "email": "a@b.example", "state": "closed"},
    )
    school = Organisation.objects.get()
    assert (school.country, school.email, school.state) == ("SI", "", "active")


def test_leaving_a_school():
    ana = cast.newcomer("Ana Kovač", "SI")
    school = cast.school(ana)
    assert ana.post(f"/organisations/{school.ref}/leave").status_code == 302
    assert Affiliation.objects.get().ended_at
    assert ana.post(f"/organisations/{school.ref}/leave").status_code == 404


def test_the_card_is_public_and_names_nobody():
    """Row 3; the number of colleagues is for members only."""
    ana = cast.ana()
    school = cast.school(ana)
    url = f"/organisations/{school.ref}"
    page = cast.Visitor().get(url).content.decode()
    assert "Osnovna šola Pod Lipo" in page
    assert "Ana Kovač" not in page
    assert "Validated teachers here" not in page
    assert "Validated teachers here" in cast.marek().get(url).content.decode()
    assert "Validated teachers here" not in cast.ewa().get(url).content.decode()


def test_the_card_shows_where_a_branch_belongs():
    with free_writing():
        parent = Organisation.objects.create(country="RO", code="1", name="Liceul", place="Iași")
        Organisation.objects.create(country="RO", code="2", name="Filiala", parent=parent)
    page = cast.Visitor().get(f"/organisations/{parent.ref}").content.decode()
    assert "Filiala" in page


@pytest.mark.parametrize("website", ["javascript:alert(1)", "data:text/html,x", "www.x.si"])
def test_only_web_addresses_become_links(website):
    """C5: a register may hold anything."""
    with free_writing():
        school = Organisation.objects.create(country="SI", name="Lipa", website=website)
    assert website not in cast.Visitor().get(f"/organisations/{school.ref}").content.decode()


def test_petra_puts_a_record_of_her_country_right():
    school = cast.school(cast.ana())
    url = f"/organisations/{school.ref}/edit"
    fields = {"name": "OŠ Pod Lipo", "place": "Ptuj", "region": "", "postcode": "", "website": ""}
    assert cast.radu().get(url).status_code == 404
    assert cast.ana().get(url).status_code == 404
    assert cast.petra().post(url, fields).status_code == 302
    school.refresh_from_db()
    assert (school.name, school.place) == ("OŠ Pod Lipo", "Ptuj")
    assert find_organisations("SI", "ptuj") == [school]
    assert cast.petra().post(url, {**fields, "name": ""}).status_code == 422
    cast.petra().post(url, {**fields, "is_closed": "on"})
    school.refresh_from_db()
    assert school.state == "closed"


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_for_one_and_three_schools(count, django_assert_max_num_queries):
    for number in range(count):
        person = cast.newcomer(f"Oto{number} Kos", "SI")
        person.post(
            "/organisations/register", {**LIPA, "name": f"Lipa {number}", "is_another": "on"}
        )
    ana = cast.newcomer("Ana Kovač", "SI")
    ana.get(CHOOSE)
    with django_assert_max_num_queries(12):
        ana.get(CHOOSE, data={"q": "lipa"})
