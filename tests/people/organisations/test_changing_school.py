"""Changing school asks for validation again (X-07, H1): what the educator keeps meanwhile, who is
told, and what holds her back."""

import pytest

from opentwinning.core.actor import Role
from opentwinning.core.verdicts import Invalid, Refused
from opentwinning.facilities.audit.models import LedgerEntry
from opentwinning.facilities.notifications.models import Mail, Notice
from opentwinning.people.educators.actions import validate_educator
from opentwinning.people.educators.queries import educators_waiting_for
from opentwinning.people.organisations.actions import (
    describe_work,
    end_affiliation,
    join_organisation,
    register_organisation,
)
from opentwinning.people.organisations.models import Affiliation
from opentwinning.people.organisations.queries import (
    affiliations_of,
    organisation_of,
    places_of,
    workplaces_of,
)
from opentwinning.people.pupils.actions import add_class_owner
from opentwinning.people.pupils.queries import owners_of, possible_owners_of
from tests import cast
from tests.scenes.classes import a_class

pytestmark = pytest.mark.django_db


def another_school():
    helper = cast.newcomer("Zdenka Hribar", "SI")
    return register_organisation(
        by=helper.actor, educator=helper.educator, name="OŠ Ob reki", place="Celje",
        postcode="3000", kind="school", website="",
    )  # fmt: skip


def leave(person, organisation=None):
    mine = affiliations_of(person.educator)
    (old,) = [a for a in mine if organisation is None or a.organisation_id == organisation.pk][:1]
    end_affiliation(by=person.actor, affiliation=old)


def join(person, organisation):
    join_organisation(by=person.actor, educator=person.educator, organisation=organisation)


def told(person):
    return set(Notice.objects.filter(account_id=person.account.pk).values_list("kind", flat=True))


def is_validated(person):
    return person.actor.is_a(Role.VALIDATED)


def test_a_role_at_each_school_and_a_main_one(clock):
    """R-24: her page shows the main school first; nobody else says what she does there."""
    ana, oto = cast.ana(), cast.educator("Oto Kos", "SI")
    first = cast.school(ana)
    clock.passes(days=1)
    second = another_school()
    join(ana, second)
    validate_educator(by=cast.petra().actor, educator=ana.educator)
    assert organisation_of(ana.educator) == first
    url = f"/organisations/{second.ref}/work"
    assert oto.get(url).status_code == 404
    assert ana.post(url, {"position": "captain"}).status_code == 422
    assert ana.post(url, {"position": "librarian", "is_main": "on"}).status_code == 302
    state = ana.educator.validation_state
    assert [each.organisation for each in workplaces_of(ana.educator)] == [second, first]
    assert organisation_of(ana.educator) == second
    assert places_of([ana.educator]) == {ana.educator.pk: "Celje"}
    page = oto.get(f"/educators/{ana.educator.ref}").content.decode()
    assert page.index("OŠ Ob reki") < page.index("Osnovna šola Pod Lipo")
    assert "librarian" in page.lower()
    assert "Main school" in ana.get("/organisations/choose").content.decode()
    ana.post(f"/organisations/{first.ref}/work", {"position": "", "is_main": "on"})
    assert organisation_of(ana.educator) == first
    assert Affiliation.objects.filter(educator=ana.educator, is_main=True).count() == 1
    assert ana.educator.validation_state == state
    mine = workplaces_of(ana.educator)[0]
    with pytest.raises(Refused):
        describe_work(by=oto.actor, affiliation=mine, position="", is_main=False)


def test_leaving_the_last_school_ends_the_rights_at_once(clock):
    ana = cast.ana()
    browser = ana.client
    assert browser.get("/projects/begin").status_code == 200
    leave(ana)
    assert ana.educator.validation_state == "registered"
    assert not is_validated(ana)
    assert browser.get("/projects/begin").status_code == 403
    assert "educators.without_school" in told(ana)
    assert Mail.objects.filter(template="educators/mail/without_school.txt").count() == 1
    assert browser.get("/today/my-data").status_code == 200


def test_then_choosing_a_school_asks_for_validation(clock):
    ana, petra = cast.ana(), cast.petra()
    clock.passes(days=1)
    leave(ana)
    join(ana, another_school())
    assert ana.educator.validation_state == "waiting"
    assert ana.educator in educators_waiting_for(petra.actor)
    validate_educator(by=petra.actor, educator=ana.educator)
    assert is_validated(ana)


def test_a_second_school_is_checked_while_the_rights_go_on_for_a_month(clock):
    ana, petra = cast.ana(), cast.petra()
    clock.passes(days=1)
    join(ana, another_school())
    assert ana.educator.validation_state == "moved"
    assert is_validated(ana)
    assert {"educators.moved"} <= told(ana)
    assert "educators.to_check_again" in told(petra)
    assert "educators.to_check_again" not in told(cast.radu())
    assert ana.educator in educators_waiting_for(petra.actor)
    page = ana.get("/educators/validation").content.decode()
    assert "Your projects and classes go on meanwhile" in page
    clock.passes(days=29, hours=23)
    assert is_validated(ana)
    clock.passes(hours=1)
    assert not is_validated(ana)


def test_nobody_finds_or_trusts_her_before_she_was_checked(clock):
    """She cannot take over classes of a school nobody saw her at."""
    ana, bojan = cast.ana(), cast.educator("Bojan Mlakar", "SI")
    school = another_school()
    clock.passes(days=1)
    join(ana, school)
    theirs = a_class(bojan, "Luka")
    assert ana.educator not in possible_owners_of(theirs)
    assert "Ana Kovač" not in bojan.get("/partners/").content.decode()
    validate_educator(by=cast.petra().actor, educator=ana.educator)
    assert "Ana Kovač" in bojan.get("/partners/").content.decode()
    assert is_validated(ana)
    assert ana.educator in possible_owners_of(theirs)


def test_leaving_the_checked_school_for_an_unchecked_one_ends_the_rights(clock):
    ana = cast.ana()
    old = affiliations_of(ana.educator)[0].organisation
    clock.passes(days=1)
    join(ana, another_school())
    leave(ana, old)
    assert ana.educator.validation_state == "moved"
    assert not is_validated(ana)
    validate_educator(by=cast.petra().actor, educator=ana.educator)
    assert is_validated(ana)


def test_leaving_one_of_two_checked_schools_changes_nothing(clock):
    ana = cast.ana()
    school = another_school()
    clock.passes(days=1)
    join(ana, school)
    clock.passes(days=1)
    validate_educator(by=cast.petra().actor, educator=ana.educator)
    leave(ana, school)
    assert ana.educator.validation_state == "validated"
    assert is_validated(ana)


def test_who_never_was_validated_just_waits_or_chooses_again():
    ewa = cast.ewa()
    leave(ewa)
    assert ewa.educator.validation_state == "registered"
    assert ewa.educator not in educators_waiting_for(cast.officer("Jan Kowal", "PL").actor)


def test_a_class_that_only_she_answers_for_holds_her_back():
    ana, bojan = cast.ana(), cast.educator("Bojan Mlakar", "SI")
    mine = a_class(ana, "Nina", name="Otters")
    school = affiliations_of(ana.educator)[0].organisation
    with pytest.raises(Invalid, match="Otters"):
        leave(ana)
    answer = ana.post(f"/organisations/{school.ref}/leave", follow=True)
    assert "Nobody else answers for the class Otters" in answer.content.decode()
    assert is_validated(ana)
    assert Affiliation.objects.filter(educator=ana.educator, ended_at=None).exists()
    add_class_owner(by=ana.actor, school_class=mine, educator=bojan.educator)
    leave(ana)
    assert [each.account_id for each in owners_of(mine)] == [bojan.account.pk]
    assert "pupils.owner_gone" in told(bojan)


def test_the_ledger_says_what_changed(clock):
    """J6."""
    ana = cast.ana()
    clock.passes(days=1)
    join(ana, another_school())
    row = LedgerEntry.objects.get(verb__endswith="check_again")
    assert row.details["change"] == "another"
    assert (row.details["before"], row.details["after"]) == ("validated", "moved")
