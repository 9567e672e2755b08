"""Signing in with a code from a mail: once, soon, in the browser that asked (A3, A4, A13)."""

import pyotp
import pytest
from django.test import Client

from opentwinning.core.clock import now
from opentwinning.core.permits import free_writing
from opentwinning.core.places import LOCAL_DOORS
from opentwinning.facilities.audit.models import LedgerEntry
from opentwinning.facilities.notifications.models import Mail
from opentwinning.people.accounts.models import Account, ErasureRequest
from opentwinning.people.accounts.vocabulary import AccountState
from opentwinning.people.identity.actions import add_authenticator
from opentwinning.people.identity.queries import new_key
from tests import cast

pytestmark = pytest.mark.django_db
ASK, ENTER = "/sign-in/code", "/sign-in/code/enter"


def asking(email="ana@example.org", **data):
    """A browser that asked for a code."""
    client = Client()
    answer = client.post(ASK, {"email": email, **data})
    assert (answer.status_code, answer["Location"]) == (302, ENTER)
    return client


def codes():
    return [m.facts["code"] for m in Mail.objects.filter(template="accounts/mail/code.txt")]


def is_in(client):
    return client.get("/account").status_code == 200


def test_ana_signs_in_with_the_code_of_her_mail():
    cast.ana()
    client = asking(" ANA@example.org ", next="/account")
    (code,) = codes()
    assert code.isdecimal()
    assert len(code) == 6
    answer = client.post(ENTER, {"code": f" {code[:3]} {code[3:]} "})
    assert answer["Location"] == "/account"
    assert is_in(client)
    entry = LedgerEntry.objects.get(verb__endswith="mailed_codes.sign_in_with_code")
    assert entry.details["outcome"] == "in"


def test_the_sign_in_page_offers_it_and_carries_what_was_kept():
    page = Client().get("/sign-in?next=/account").content.decode()
    assert "Sign in with a code by mail" in page
    asked = Client().post(ASK, {"next": "/account"})
    assert 'name="next" value="/account"' in asked.content.decode()
    assert Client().post(ASK, {"email": "no address"}).status_code == 422


def test_a_code_counts_once():
    cast.ana()
    client, (code,) = asking(), codes()
    client.post(ENTER, {"code": code})
    client.post("/sign-out")
    session = client.session
    assert "mailed_code" not in session
    assert client.post(ENTER, {"code": code})["Location"] == "/sign-in"


def test_a_code_counts_only_in_the_browser_that_asked():
    cast.ana()
    asking()
    (hers,) = codes()
    stranger = asking()
    assert stranger.post(ENTER, {"code": hers}).status_code == 422
    assert not is_in(stranger)


def test_a_code_is_good_for_ten_minutes(clock):
    cast.ana()
    client, (code,) = asking(), codes()
    clock.passes(minutes=11)
    assert client.post(ENTER, {"code": code}).status_code == 422


def test_guessing_ends_after_five_tries():
    cast.ana()
    client, (code,) = asking(), codes()
    wrong = f"{(int(code) + 1) % 1_000_000:06}"
    for _ in range(5):
        assert client.post(ENTER, {"code": wrong}).status_code == 422
    assert client.post(ENTER, {"code": code}).status_code == 429
    assert not is_in(client)


def test_one_address_gets_few_mails():
    cast.ana()
    for _ in range(3):
        asking()
    assert Client().post(ASK, {"email": "ana@example.org"}).status_code == 429
    assert len(codes()) == 3


def test_a_stranger_reads_the_same_as_ana():
    """A3: same pages and words; only the known address gets a mail."""
    cast.ana()

    def way(email):
        client = asking(email)
        wrong = client.post(ENTER, {"code": "wrong"})
        words = wrong.content.decode().partition("<h1")[2].partition("<form")[0]
        return wrong.status_code, words.partition("<footer")[0]

    known, unknown = way("ana@example.org"), way("nobody@example.org")
    assert known == unknown
    assert known[0] == 422
    assert len(codes()) == 1


def test_a_suspended_person_gets_no_code():
    ana = cast.ana()
    with free_writing():
        Account.objects.filter(pk=ana.account.pk).update(state=AccountState.SUSPENDED)
    asking()
    assert codes() == []


def test_where_only_providers_let_people_in_no_code_does(monkeypatch):
    """C-11."""
    cast.ana()
    client, (code,) = asking(), codes()
    monkeypatch.setattr(LOCAL_DOORS, "_entries", [(0, 0, lambda: False)])
    assert client.post(ENTER, {"code": code}).status_code == 422
    asking()
    assert len(codes()) == 1
    assert "code by mail" not in Client().get("/sign-in").content.decode()


def test_the_second_step_still_follows():
    """A13: a mailed code stands for the password, never for the second proof."""
    ana = cast.ana()
    key = new_key()
    add_authenticator(by=ana.actor, account=ana.account, key=key, code=pyotp.TOTP(key).at(now()))
    client, (code,) = asking(), codes()
    assert client.post(ENTER, {"code": code})["Location"] == "/sign-in/second-step"
    assert not is_in(client)


def test_coming_back_takes_a_wish_to_be_erased_back():
    ana = cast.ana()
    with free_writing():
        ErasureRequest.objects.create(account=ana.account, due_at=now())
    client, (code,) = asking(), codes()
    client.post(ENTER, {"code": code})
    assert ErasureRequest.objects.get().cancelled_at is not None


def test_whoever_asked_for_nothing_is_led_to_sign_in():
    assert Client().get(ENTER)["Location"] == "/sign-in"
    assert cast.ana().get(ASK)["Location"] == "/today/"
    assert cast.ana().get(ENTER)["Location"] == "/today/"
