"""Passwords: rules, change, and the link of a mail (A2, A3, A16, A17)."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from opentwinning.core.actor import VISITOR
from opentwinning.core.permits import free_writing
from opentwinning.core.verdicts import Invalid
from opentwinning.facilities.jobs.actions import run_due
from opentwinning.people.accounts.actions import ask_for_reset, create_account, reset_password
from opentwinning.people.accounts.models import Account, MailedLink
from opentwinning.people.accounts.vocabulary import AccountState
from tests import cast

pytestmark = pytest.mark.django_db
NEW = "otter-tooth-river-9"


def asked(smtp, email="ana@example.org", **extra):
    """Ana forgot her password; the path of the link that a real mail brought."""
    Client().post("/forgot-password", {"email": email}, **extra)
    run_due()
    return path_in([m for m in smtp.to(email) if m["Subject"] == "Choose a new password"][-1])


def reset_mails(smtp):
    return [mail for mail in smtp.messages if mail["Subject"] == "Choose a new password"]


def path_in(mail):
    text = mail.get_body(("plain",)).get_content()
    return re.search(r"http://testserver(\S*/new-password/\S+)", text)[1]


@pytest.mark.parametrize(
    ("password", "is_fine"),
    [
        ("nine chars", True),
        ("ninechars", False),
        ("password12", False),
        ("1234567890", False),
        ("qwertyuiop", False),
        ("ana kovač!", False),
        ("OpenTwinning-2026", False),
        ("twinspace twinspace", False),
        ("a bridge of cheese", True),
        ("   spaces   count   ", True),
        ("пароль-из-слов", True),
        ("密碼密碼密碼密碼密碼", True),
        ("🦦🦦🦦🦦🦦🦦🦦🦦🦦🦦", True),
        ("x7-" * 42 + "yz", True),
        ("x7-" * 43, False),
    ],
)
def test_which_passwords_are_fine(password, is_fine):
    """A2: ten characters and more, at most 128, of any kind, but not the ones everybody has."""

    def attempt():
        return create_account(
            by=VISITOR, email="a@example.org", name="Ana Kovač", password=password, language="en"
        )

    if is_fine:
        assert attempt().knows(password)
        return
    with pytest.raises(Invalid) as problem:
        attempt()
    assert problem.value.field == "password"


def test_a_long_strange_password_survives_the_round_trip(smtp):
    strange = " Ünï¢ødé 🦦 密碼 " + "z" * 100
    cast.ana()
    Client().post(asked(smtp), {"password": strange})
    assert Account.objects.get(email="ana@example.org").knows(strange)
    answer = Client().post("/sign-in", {"email": "ana@example.org", "password": strange})
    assert answer.status_code == 302


def test_ana_chooses_a_new_password_with_the_link_of_the_mail(smtp):
    """A17: looking at the link changes nothing, so a mail scanner may look too."""
    ana = cast.ana()
    path = asked(smtp)
    client = Client()
    with CaptureQueriesContext(connection) as statements:
        assert [client.get(path).status_code for _ in range(2)] == [200, 200]
    assert not [s for s in statements if s["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
    answer = client.post(path, {"password": NEW})
    assert answer["Location"] == "/today/"
    assert client.get("/today/").status_code == 200
    assert Account.objects.get(pk=ana.account.pk).knows(NEW)


def test_the_link_works_once(smtp):
    cast.ana()
    path = asked(smtp)
    Client().post(path, {"password": NEW})
    assert Client().get(path).status_code == 410
    assert Client().post(path, {"password": "mallory-was-here-1"}).status_code == 410
    assert Account.objects.get(email="ana@example.org").knows(NEW)


def test_the_link_works_for_an_hour(smtp, clock):
    cast.ana()
    path = asked(smtp)
    clock.passes(minutes=59)
    assert Client().get(path).status_code == 200
    clock.passes(minutes=1)
    assert Client().get(path).status_code == 410


def test_a_new_password_ends_older_links_and_sessions(smtp):
    """A16, A17: bound to the state of the account."""
    ana = cast.ana()
    first, second = asked(smtp), asked(smtp)
    assert ana.get("/today/").status_code == 200
    Client().post(second, {"password": NEW})
    assert ana.get("/today/").status_code == 302
    assert Client().get(first).status_code == 410


def test_the_link_of_a_suspended_account_opens_nothing(smtp):
    cast.ana()
    path = asked(smtp)
    with free_writing():
        Account.objects.filter(email="ana@example.org").update(state=AccountState.SUSPENDED)
    answer = Client().post(path, {"password": NEW})
    assert answer.status_code == 422
    assert not Account.objects.get(email="ana@example.org").knows(NEW)


def test_a_weak_password_keeps_the_link_alive(smtp):
    cast.ana()
    path = asked(smtp)
    answer = Client().post(path, {"password": "password12"})
    assert answer.status_code == 422
    assert "password12" not in answer.content.decode()
    assert Client().post(path, {"password": NEW}).status_code == 302


def test_known_and_unknown_addresses_get_the_same_answer(smtp):
    """A3."""
    cast.ana()
    answers = [
        Client().post("/forgot-password", {"email": email})
        for email in ("ana@example.org", "nobody@example.org")
    ]
    assert {(a.status_code, a["Location"]) for a in answers} == {(302, "/forgot-password/sent")}
    run_due()
    assert [m["X-Envelope-To"] for m in reset_mails(smtp)] == ["ana@example.org"]


def test_secrets_lie_hashed(smtp):
    cast.ana()
    secret = asked(smtp).rpartition("/")[2]
    assert len(secret) >= 43
    link = MailedLink.objects.get(purpose="reset")
    assert secret not in str(vars(link))


def test_nobody_floods_anas_letterbox(smtp, clock):
    """A3, G8: and the limit says nothing about who has an account."""
    cast.ana()
    for email in ("ana@example.org", "nobody@example.org"):
        codes = [Client().post("/forgot-password", {"email": email}).status_code for _ in range(5)]
        assert codes == [302, 302, 302, 429, 429]
    run_due()
    assert len(reset_mails(smtp)) == 3


def test_guessing_links_is_slow(clock):
    """G3."""
    codes = [Client().post(f"/new-password/{n:043d}").status_code for n in range(35)]
    assert (codes[0], codes[-1]) == (410, 429)


def test_an_invented_secret_resets_nothing():
    with pytest.raises(Invalid):
        reset_password(by=VISITOR, secret="invented", password=NEW)
    ask_for_reset(by=VISITOR, email="nobody@example.org")
    assert not MailedLink.objects.filter(purpose="reset").exists()


def test_ana_changes_her_password_and_other_devices_are_out():
    """A16: this browser stays, under a new session id; the others end."""
    ana, elsewhere = cast.ana(), cast.ana()
    assert elsewhere.get("/account").status_code == 200
    before = ana.get("/account").client.session.session_key
    answer = ana.post("/account/password", {"old_password": cast.PASSWORD, "password": NEW})
    assert answer["Location"] == "/account"
    assert ana.client.session.session_key != before
    assert ana.get("/account").status_code == 200
    assert elsewhere.get("/account").status_code == 302


def test_the_old_password_is_needed_and_cannot_be_guessed_forever(clock):
    ana = cast.ana()
    answers = [
        ana.post("/account/password", {"old_password": f"wrong-{n}-wrong", "password": NEW})
        for n in range(7)
    ]
    assert "The old password is not right." in answers[0].content.decode()
    assert "Too many tries" in answers[-1].content.decode()
    assert not Account.objects.get(pk=ana.account.pk).knows(NEW)
