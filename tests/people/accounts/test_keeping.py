"""A text survives the end of a session: nothing typed is lost, nothing secret is kept."""

import re

import pytest
from django.test import Client
from django.test.client import RequestFactory

from opentwinning.core.keeping import kept, unpack
from opentwinning.people.accounts.models import Account
from opentwinning.people.educators.actions import ask_educator
from opentwinning.people.educators.models import ValidationStep
from tests import cast

pytestmark = pytest.mark.django_db
ADDRESS = "/educators/validation"
LONG = "I teach here since 2004.\nAsk my head teacher: " + "yes " * 40


def kept_in(page):
    return re.search(r'name="kept" value="([^"]+)"', page.content.decode())[1]


def asked_ewa():
    ewa = cast.ewa()
    officer = cast.officer("Jan Kowal", "PL")
    ask_educator(by=officer.actor, educator=ewa.educator, message="Where do you teach?")
    return ewa


def test_ewas_answer_outlives_her_session():
    """She sends her answer after her session ended, signs in, reads it again, sends it: four steps,
    no word lost."""
    ewa = asked_ewa()
    browser = Client()
    stopped = browser.post(ADDRESS, {"message": LONG})
    assert stopped.status_code == 401
    assert "Your text is safe" in stopped.content.decode()

    again = browser.post(
        "/sign-in",
        {"email": "ewa@example.org", "password": cast.PASSWORD, "kept": kept_in(stopped)},
    )
    page = again.content.decode()
    assert f'action="{ADDRESS}"' in page
    assert LONG in page
    assert not ValidationStep.objects.filter(educator=ewa.educator, message=LONG.strip()).exists()

    assert browser.post(ADDRESS, {"message": LONG})["Location"] == ADDRESS
    assert ValidationStep.objects.filter(educator=ewa.educator, message=LONG.strip()).exists()


def test_a_wrong_password_meanwhile_loses_nothing():
    asked_ewa()
    browser = Client()
    secret = kept_in(browser.post(ADDRESS, {"message": LONG}))
    data = {"email": "ewa@example.org", "password": "wrong-but-long-1", "kept": secret}
    wrong = browser.post("/sign-in", data)
    assert wrong.status_code == 422
    assert kept_in(wrong) == secret


def test_a_page_that_was_open_too_long_keeps_the_text():
    """The token was wrong: the error page carries the text on, and one click shows it again."""
    asked_ewa()
    browser = Client(enforce_csrf_checks=True)
    session = browser.session
    account = Account.objects.get(email="ewa@example.org")
    session["account"], session["epoch"] = account.pk, account.session_epoch
    session.save()
    refused = browser.post(ADDRESS, {"message": LONG})
    assert refused.status_code == 403
    token = re.search(r'csrfmiddlewaretoken" value="(\w+)"', refused.content.decode())[1]
    shown = browser.post(
        "/sign-in/continue", {"kept": kept_in(refused), "csrfmiddlewaretoken": token}
    )
    assert LONG in shown.content.decode()
    token = re.search(r'csrfmiddlewaretoken" value="(\w+)"', shown.content.decode())[1]
    sent = browser.post(ADDRESS, {"message": LONG, "csrfmiddlewaretoken": token})
    assert sent["Location"] == ADDRESS


def test_passwords_and_tokens_are_never_kept():
    fields = {
        "password": "p1-secret",
        "old_password": "p2-secret",
        "csrfmiddlewaretoken": "t-secret",
        "text": "kept",
    }
    path, found = unpack(kept(RequestFactory().post("/account/password", fields)))
    assert (path, found) == ("/account/password", {"text": ["kept"]})


def test_a_forged_or_old_text_is_refused_politely(clock):
    answer = Client().post("/sign-in/continue", {"kept": "forged:token:here"})
    assert answer.status_code == 422
    assert "no longer here" in answer.content.decode()
    assert unpack("forged:token:here") is None


def test_a_kept_path_of_another_site_leads_nowhere():
    """C16, although only we can sign such a thing."""
    request = RequestFactory().post("/x", {"text": "a"})
    request.path_info = request.path = "//evil.example/x"
    page = Client().post("/sign-in/continue", {"kept": kept(request)}).content.decode()
    assert "evil.example" not in page


def test_a_hostile_text_comes_back_as_text():
    text = "<script>alert(1)</script>\n</textarea><img src=x onerror=alert(2)>"
    browser = Client()
    secret = kept_in(browser.post(ADDRESS, {"message": text, "<b>name": "<i>short"}))
    page = browser.post("/sign-in/continue", {"kept": secret}).content.decode()
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "<i>short" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_too_much_text_is_said_before_it_is_lost():
    page = Client().post(ADDRESS, {"message": "x" * 210_000}).content.decode()
    assert "Your text is too long to keep here" in page
