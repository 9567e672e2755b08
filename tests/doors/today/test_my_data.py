"""My data: see everything, take it along, leave for good (page 38; A14, J2, J3)."""

import json

import pytest
from django.test import Client

from opentwinning.core.privacy import Subject, declarations
from opentwinning.doors.today.queries import fates
from opentwinning.doors.today.vocabulary import TABLES
from opentwinning.facilities.audit.models import LedgerEntry
from opentwinning.people.accounts.models import ErasureRequest
from opentwinning.people.educators.actions import edit_profile
from opentwinning.people.pupils.actions import add_class_owner
from tests import cast
from tests.inputs import payloads
from tests.scenes.classes import a_class
from tests.scenes.projects import an_approved

pytestmark = pytest.mark.django_db
PAGE, ERASE = "/today/my-data", "/today/my-data/erase"


def about_educators():
    return {d.model for d in declarations() if d.subject is Subject.EDUCATOR}


def take(person, form="json"):
    return person.post(PAGE, {"form": form})


def test_ana_sees_what_is_held_about_her():
    page = cast.ana().get(PAGE).content.decode()
    for text in ("Your account", "ana@example.org", "Your profile", "I am Ana Kovač.", "Kept:"):
        assert text in page
    assert "md5$" not in page
    assert "argon2" not in page


def test_every_kind_of_data_has_a_name_people_understand():
    """A new table about educators needs a word for the person it is about."""
    assert {model._meta.label_lower for model in about_educators()} - set(TABLES) == set()


def test_she_takes_it_along_for_programs():
    ana = cast.ana()
    cast.ion()
    answer = take(ana)
    assert "attachment" in answer["Content-Disposition"]
    held = json.loads(answer.content)
    assert held["accounts.account"][0]["email"] == "ana@example.org"
    assert "password" not in held["accounts.account"][0]
    assert "ion@example.org" not in answer.content.decode()


def test_and_for_people():
    answer = take(cast.ana(), "html")
    page = answer.content.decode()
    assert answer["Content-Type"].startswith("text/html")
    assert "attachment" in answer["Content-Disposition"]
    assert answer["Content-Security-Policy"] == "sandbox"
    assert "ana@example.org" in page
    assert "<script" not in page


def test_a_hostile_profile_makes_no_hostile_file():
    """C1: the file is opened from the disk, where no policy protects."""
    ana = cast.ana()
    attack = "\n".join(payloads("xss")[:60])[:1900]
    edit_profile(by=ana.actor, educator=ana.educator, traits={}, about=attack)
    page = take(ana, "html").content.decode()
    assert "&lt;" in page
    assert "<script" not in page
    assert "<img" not in page


def test_handing_over_is_written_down_once():
    """J6."""
    ana = cast.ana()
    before = LedgerEntry.objects.count()
    take(ana)
    verbs = [entry.verb for entry in LedgerEntry.objects.order_by("pk")[before:]]
    assert verbs == ["people.accounts.actions.erasure.export_account"]


def test_leaving_says_first_what_happens():
    page = cast.ana().get(ERASE).content.decode()
    for text in ("without your name", "If you sign in before", "Keep my account"):
        assert text in page
    words = dict(fates())
    assert words["Drafts"] == "Deleted"
    assert words["Your account"] == "Stays without your name"
    assert len(words) == len(about_educators())


def test_ewa_leaves_and_comes_back(clock):
    ewa = cast.ewa()
    answer = ewa.post(ERASE).content.decode()
    assert "You are signed out" in answer
    assert "Ewa Nowak" not in answer
    assert ewa.get("/today/").status_code == 302
    assert ErasureRequest.objects.get().account == ewa.account
    clock.passes(days=2)
    browser = Client()
    browser.post("/sign-in", {"email": "ewa@example.org", "password": cast.PASSWORD})
    assert browser.get("/today/").status_code == 200
    assert ErasureRequest.objects.get().cancelled_at is not None


def test_officers_and_operators_have_data_too():
    for person in (cast.petra(), cast.claire(), cast.otto()):
        assert person.account.email in person.get(PAGE).content.decode()


def test_she_is_told_before_she_goes_who_would_be_left_alone():
    """J3: classes only she answers for, projects she founded; no longer once a colleague helps."""
    ana, bojan = cast.ana(), cast.educator("Bojan Mlakar", "SI")
    school_class = a_class(ana, "Nina", name="Otter class")
    an_approved(ana, cast.ion())
    page = ana.get(ERASE).content.decode()
    assert "You are the only teacher of these classes" in page
    assert "Otter class" in page
    assert "Water around us" in page
    add_class_owner(by=ana.actor, school_class=school_class, educator=bojan.educator)
    assert "Otter class" not in ana.get(ERASE).content.decode()
