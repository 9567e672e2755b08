"""The code of conduct: read, agreed to, written by the centre (X-130, X-131, X-133)."""

import datetime as dt

import pytest
from django.test import Client

from opentwinning.core.clock import today
from opentwinning.core.verdicts import Refused
from opentwinning.people.safeguarding.actions import agree_to_conduct, save_conduct
from opentwinning.people.safeguarding.models import Agreement
from opentwinning.people.safeguarding.queries import conduct_day, conduct_in
from tests import cast
from tests.scenes.classes import a_kid

pytestmark = pytest.mark.django_db
ASKS = b"Please read our code of conduct and agree to it."


def signed_in() -> Client:
    """Through the door: only there the question is asked."""
    cast.ana()
    browser = Client()
    browser.post("/sign-in", {"email": "ana@example.org", "password": cast.PASSWORD})
    return browser


def test_everybody_reads_it_in_her_language_from_the_foot_of_every_page():
    visitor = cast.Visitor()
    assert b'href="/care/conduct"' in visitor.get("/").content
    page = visitor.get("/care/conduct").content.decode()
    assert "advertising, selling" in page
    assert "Behind every nickname" in page
    assert "Kako se srečujemo" in visitor.get("/sl/care/conduct").content.decode()
    assert b"I agree" not in visitor.get("/care/conduct").content


def test_it_is_asked_when_a_session_begins_and_one_press_answers():
    browser = signed_in()
    assert ASKS in browser.get("/today/").content
    answer = browser.post("/care/conduct/agree", {"next": "/partners/?text=river"})
    assert (answer.status_code, answer["Location"]) == (302, "/partners/?text=river")
    agreement = Agreement.objects.get()
    assert (agreement.account.email, agreement.from_day) == ("ana@example.org", conduct_day())
    assert ASKS not in browser.get("/today/").content
    assert b"You agreed to it." in browser.get("/care/conduct").content
    assert ASKS not in signed_in().get("/today/").content
    away = browser.post("/care/conduct/agree", {"next": "https://elsewhere.example"})
    assert away["Location"] == "/care/conduct"
    assert Agreement.objects.count() == 1


def test_a_new_code_holds_from_its_day_and_is_asked_again(clock):
    ana, claire = cast.ana(), cast.claire()
    agree_to_conduct(by=ana.actor)
    day = today() + dt.timedelta(days=3)
    body = {"from_day": day.isoformat(), "text_en": "Be kind to rivers.", "simple_en": "Be nice."}
    assert cast.petra().get("/care/conduct/write").status_code == 404
    wrong = claire.post("/care/conduct/write", body | {"from_day": "2026-01-01"})
    assert wrong.status_code == 422
    assert b"Be kind to rivers." in wrong.content
    assert b"Choose today or a later day." in wrong.content
    assert claire.post("/care/conduct/write", body | {"text_en": " "}).status_code == 422
    assert claire.post("/care/conduct/write", body).status_code == 302
    assert "polite" in conduct_in("en").text
    assert ASKS not in signed_in().get("/today/").content
    clock.passes(days=3)
    assert conduct_in("sl").text == "Be kind to rivers."  # the first language, where one is missing
    assert ASKS in signed_in().get("/today/").content
    old = ana.get("/care/conduct?on=2026-02-01").content
    assert b"It held from" in old
    assert b"advertising, selling" in old
    with pytest.raises(Refused):
        save_conduct(by=cast.petra().actor, from_day=day, texts={"en": ("x", "")})


def test_pupils_read_simple_words():
    page = a_kid(cast.ana()).get("/care/conduct").content
    assert b"Behind every nickname" in page
    assert b"How we meet each other" not in page
