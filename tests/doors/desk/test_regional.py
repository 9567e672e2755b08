"""A regional officer answers first, then the office decides (X-06)."""

import datetime as dt

import pytest

from opentwinning.core.actor import SYSTEM, Role
from opentwinning.core.clock import now, stopped, today
from opentwinning.core.verdicts import Refused
from opentwinning.facilities.audit.models import LedgerEntry
from opentwinning.facilities.notifications.models import Mail, Notice
from opentwinning.people.educators.actions import answer_office, ask_educator, validate_educator
from opentwinning.people.educators.queries import educators_waiting_for
from opentwinning.people.identity.queries import factor_rules
from opentwinning.people.organisations.actions import answer_for_region, register_organisation
from opentwinning.people.organisations.models import RegionalCheck
from opentwinning.people.organisations.queries import checks_waiting_for
from opentwinning.people.organisations.vocabulary import RegionalAnswer
from opentwinning.people.support.actions import (
    add_region,
    appoint_officer,
    end_mandates_of,
    save_validation_rules,
)
from opentwinning.people.support.models import Mandate, Region
from opentwinning.people.support.queries import officers_of
from tests import cast
from tests.remembered import remembered

pytestmark = pytest.mark.django_db
QUEUE = "/desk/regional/"


@remembered
def regional(name, codes):
    person = cast.Person(cast.account(name))
    appoint_officer(by=SYSTEM, account=person.account, country="SI", regions=codes)
    return person


@remembered
def slovenia_asks_regions():
    """Two regions with an officer each; they have five days."""
    cast.office("SI")
    for code, name in (("SI042", "Gorenjska"), ("SI043", "Goriška"), ("SI044", "Obalno-kraška")):
        add_region(by=SYSTEM, country="SI", code=code, name=name)
    save_validation_rules(
        by=SYSTEM, country="SI", from_day=today(), asks_region=True, region_days=5,
        asks_school=False, answer_days=14, months=24, remind_days=30,
    )  # fmt: skip
    return regional("Rok Gaber", "SI042"), regional("Tea Pirc", "SI043")


@remembered
def nina_of(region, name="Nina Kos"):
    """She registers a school there, and so asks for validation."""
    person = cast.newcomer(name, "SI")
    register_organisation(
        by=person.actor, educator=person.educator, name=f"Šola {name}", place="Bled",
        postcode="4260", kind="school", website="", region=region,
    )  # fmt: skip
    return person


def waits_for(person, officer):
    return person.educator in educators_waiting_for(officer.actor)


def page_of(person):
    return f"{QUEUE}{person.educator.ref}"


def test_rok_answers_first_and_petra_decides():
    petra, (rok, _) = cast.petra(), slovenia_asks_regions()
    nina = nina_of("Gorenjska")
    assert not waits_for(nina, petra)
    early = petra.get(f"/desk/validations/{nina.educator.ref}")
    assert early.status_code == 403
    assert "The regional officer may answer first" in early.content.decode()
    assert (
        "A regional officer may answer first" in nina.get("/educators/validation").content.decode()
    )
    notice = Notice.objects.get(account_id=rok.account.pk)
    assert (notice.kind, notice.url) == ("organisations.region_asked", page_of(nina))
    mail = Mail.objects.get(account_id=rok.account.pk, template__endswith="region_asked.txt")
    assert nina.educator.name not in str(mail.facts)
    queue = rok.get(QUEUE).content.decode()
    assert "Nina Kos" in queue
    assert "Gorenjska" in queue
    page = rok.get(page_of(nina)).content.decode()
    assert "Šola Nina Kos" in page
    assert nina.account.email not in page
    wrong = rok.post(page_of(nina), {"answer": "no", "message": " "})
    assert wrong.status_code == 422
    assert "Write why you cannot confirm it." in wrong.content.decode()
    sent = rok.post(page_of(nina), {"answer": "yes", "message": "I know the school."})
    assert sent["Location"] == QUEUE
    assert "Nina Kos" not in rok.get(QUEUE).content.decode()
    assert rok.get(page_of(nina)).status_code == 404
    assert waits_for(nina, petra)
    evidence = petra.get(f"/desk/validations/{nina.educator.ref}").content.decode()
    assert "Yes, this person works there." in evidence
    assert "I know the school." in evidence
    assert "I know the school." not in nina.get("/educators/validation").content.decode()
    entry = LedgerEntry.objects.get(verb__endswith="regional.answer_for_region")
    assert entry.actor_key == f"account:{rok.account.pk}"
    validate_educator(by=petra.actor, educator=nina.educator)
    assert nina.educator.is_validated


def test_a_regional_officer_opens_nothing_else():
    """B13: she is no officer of the country; her region is not another's."""
    petra, (rok, tea) = cast.petra(), slovenia_asks_regions()
    nina = nina_of("Gorenjska")
    ref = nina.educator.ref
    assert (rok.actor.countries, rok.actor.roles) == (frozenset(), {Role.REGIONAL_OFFICER})
    assert officers_of("SI") == [petra.account.pk]
    closed = ("/desk/", f"/desk/validations/{ref}", f"/educators/{ref}", "/desk/schools/SI/",
              "/support/SI/edit", "/support/SI/regions", "/support/mandates", "/desk/statistics/",
              f"/organisations/{RegionalCheck.objects.get().organisation.ref}/edit")  # fmt: skip
    assert {rok.get(url).status_code for url in closed} == {404}
    for other in (tea, petra, cast.claire(), nina, cast.ana()):
        assert other.get(page_of(nina)).status_code == 404
        with pytest.raises(Refused):
            answer_for_region(
                by=other.actor, check=RegionalCheck.objects.get(), answer=RegionalAnswer.YES
            )
    with pytest.raises(Refused):
        validate_educator(by=rok.actor, educator=nina.educator)
    rule = next(rule for rule in factor_rules() if rule.role == Role.REGIONAL_OFFICER)
    assert rule.is_required  # A13
    end_mandates_of(by=SYSTEM, account_id=rok.account.pk)
    assert checks_waiting_for(rok.actor) == []
    assert rok.get(page_of(nina)).status_code == 404


def test_without_an_answer_the_request_goes_on_by_itself():
    petra, (rok, _) = cast.petra(), slovenia_asks_regions()
    nina = nina_of("Gorenjska")
    with stopped(now() + dt.timedelta(days=4)):
        assert not waits_for(nina, petra)
    with stopped(now() + dt.timedelta(days=5, minutes=1)):
        assert waits_for(nina, petra)
        assert checks_waiting_for(rok.actor) == []
        assert rok.post(page_of(nina), {"answer": "yes"}).status_code == 404
        page = petra.get(f"/desk/validations/{nina.educator.ref}").content.decode()
        assert "The regional officer did not answer in time." in page
        validate_educator(by=petra.actor, educator=nina.educator)


def test_a_region_is_asked_once_and_only_where_somebody_answers():
    petra, (rok, tea) = cast.petra(), slovenia_asks_regions()
    for region in ("Obalno-kraška", "Alpe", ""):  # nobody answers there, or it is on no list
        assert waits_for(nina_of(region, f"Nika{region} Zor"), petra)
    nina = nina_of("Gorenjska")
    answer_for_region(by=rok.actor, check=RegionalCheck.objects.get(), answer=RegionalAnswer.YES)
    ask_educator(by=petra.actor, educator=nina.educator, message="Which subject?")
    answer_office(by=nina.actor, educator=nina.educator, message="Biology.")
    assert waits_for(nina, petra)
    register_organisation(  # another school in another region: asked anew, there
        by=nina.actor, educator=nina.educator, name="Druga šola", place="Tolmin",
        postcode="5220", kind="school", website="", region="Goriška",
    )  # fmt: skip
    assert waits_for(nina, petra)  # nothing is asked about a second school while she waits
    assert RegionalCheck.objects.count() == 1
    validate_educator(by=petra.actor, educator=nina.educator)
    register_organisation(
        by=nina.actor, educator=nina.educator, name="Tretja šola", place="Bovec",
        postcode="5230", kind="school", website="", region="Goriška",
    )  # fmt: skip
    assert nina.educator.validation_state == "moved"
    assert not waits_for(nina, petra)
    assert [check.educator for check in checks_waiting_for(tea.actor)] == [nina.educator]
    assert checks_waiting_for(rok.actor) == []


def test_claire_appoints_and_ends_on_the_screen_of_mandates():
    claire = cast.claire()
    slovenia_asks_regions()
    jan = cast.Person(cast.account("Jan Cvek"))
    sent = {"email": jan.account.email, "country": "SI", "regions": "044, si-043", "reason": "New",
            "until": (today() + dt.timedelta(days=90)).isoformat()}  # fmt: skip
    wrong = claire.post("/support/mandates", {**sent, "regions": "SI042 SI999"})
    assert wrong.status_code == 422
    assert "SI999” is not on the list" in wrong.content.decode()
    assert claire.post("/support/mandates", sent).status_code == 302
    mandate = Mandate.objects.get(account=jan.account)
    assert (mandate.region_codes, mandate.until is not None) == (["SI043", "SI044"], True)
    assert jan.actor.is_a(Role.REGIONAL_OFFICER)
    assert "answers first for SI043, SI044" in claire.get("/support/mandates").content.decode()
    region = cast.petra().post(
        f"/support/regions/{Region.objects.get(code='SI044').pk}/delete", follow=True
    )
    assert "An officer answers for this region." in region.content.decode()
    claire.post(f"/support/mandates/{mandate.pk}/end", {"reason": "Moved"})
    assert not jan.actor.is_a(Role.REGIONAL_OFFICER)
    assert jan.get(QUEUE).status_code == 404
    rules = {"asks_region": "on", "region_days": "9", "answer_days": "14", "paper_days": "30",
             "paper_kept_days": "30", "months": "24", "remind_days": "30",
             "from_day": today().isoformat()}  # fmt: skip
    assert cast.petra().post("/support/SI/validation", rules).status_code == 302
    office = cast.Visitor().get("/support/SI").content.decode()
    assert "A regional officer has 9 days to answer first" in office
