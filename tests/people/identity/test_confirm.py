"""Dangerous acts want a proof that is at most five minutes old, and lose no form (A14)."""

import re

import pyotp
import pytest
from django.test import Client

from opentwinning.config.checks import addresses
from opentwinning.core.permits import free_writing
from opentwinning.facilities.notifications.models import Mail
from opentwinning.people.accounts.models import Account, ErasureRequest
from opentwinning.people.identity.actions import add_authenticator
from opentwinning.people.identity.queries import new_key
from opentwinning.people.support.models import Mandate
from tests import cast

pytestmark = pytest.mark.django_db
CONFIRM = "/account/confirm"
# Written from A14, apart from the code: second factors, role grants, exports, erasure, pupil lists,
# ways into the account, into the site and to a calendar without signing in.
DANGEROUS = {
    "identity:app", "identity:remove_app", "identity:codes", "identity:add_passkey",
    "identity:making_passkey", "identity:passkey", "identity:remove_passkey", "identity:rule",
    "support:mandates", "support:confirm", "support:end_mandate",
    "today:my_data", "pupils:export", "boxes:content",
    "today:erase", "pupils:erase", "pupils:close",
    "pupils:cards",
    "external:connect", "external:disconnect",
    "external:providers", "external:new_provider", "external:edit_provider",
    "external:check_provider",
    "accounts:join", "accounts:leave_to_join",
    "calendar:subscribe",
    "accounts:addresses", "accounts:main_address", "accounts:remove_address",
}  # fmt: skip


def signed_in(person, clock, minutes=6):
    """Her browser, some minutes after she gave her password."""
    client = Client()
    client.post("/sign-in", {"email": person.account.email, "password": cast.PASSWORD})
    clock.passes(minutes=minutes)
    return client


def kept_in(answer):
    return re.search(r'name="kept" value="([^"]+)"', answer.content.decode())[1]


def test_every_dangerous_address_asks_for_a_proof():
    assert {name for name, view in addresses() if hasattr(view, "asks_for_proof")} == DANGEROUS


def test_five_minutes_are_fresh(clock):
    client = signed_in(cast.ana(), clock, minutes=5)
    assert client.post("/today/my-data", {"form": "json"})["Content-Disposition"]


def test_later_nothing_is_handed_over(clock):
    client = signed_in(cast.ana(), clock)
    answer = client.post("/today/my-data", {"form": "json"})
    assert answer.status_code == 401
    assert "Content-Disposition" not in answer
    assert "Confirm that it is you" in answer.content.decode()


def test_a_reader_is_led_on_to_where_she_was_going(clock):
    client = signed_in(cast.ana(), clock)
    asked = client.get("/today/my-data/erase")
    assert asked["Location"] == f"{CONFIRM}?next=%2Ftoday%2Fmy-data%2Ferase"
    page = client.get(asked["Location"]).content.decode()
    assert 'name="next" value="/today/my-data/erase"' in page
    data = {"password": cast.PASSWORD, "next": "/today/my-data/erase"}
    assert client.post(CONFIRM, data)["Location"] == "/today/my-data/erase"
    assert client.get("/today/my-data/erase").status_code == 200
    assert client.post("/today/my-data/erase").status_code == 200
    assert ErasureRequest.objects.exists()


def test_an_open_browser_appoints_nobody_and_the_form_is_not_lost(clock):
    claire, marek = cast.claire(), cast.marek()
    client = signed_in(claire, clock)
    form = {"email": marek.account.email, "country": "PL", "reason": "new officer"}
    stopped = client.post("/support/mandates", form)
    assert stopped.status_code == 401
    wrong = client.post(CONFIRM, {"password": "wrong-but-long-1", "kept": kept_in(stopped)})
    assert wrong.status_code == 422
    carried = client.post(CONFIRM, {"password": cast.PASSWORD, "kept": kept_in(wrong)})
    page = carried.content.decode()
    assert 'action="/support/mandates"' in page
    assert f'name="email" value="{marek.account.email}"' in page
    assert not Mandate.objects.filter(account=marek.account).exists()
    assert client.post("/support/mandates", form)["Location"] == "/support/mandates"
    assert Mandate.objects.filter(account=marek.account).exists()


def test_a_code_of_the_app_confirms_too(clock):
    ana = cast.ana()
    client = signed_in(ana, clock, minutes=0)
    key = new_key()
    code = pyotp.TOTP(key).at(clock.now())
    add_authenticator(by=ana.actor, account=ana.account, key=key, code=code)
    clock.passes(minutes=6)
    assert "Or a code of your app" in client.get(CONFIRM).content.decode()
    code = pyotp.TOTP(key).at(clock.now())
    assert client.post(CONFIRM, {"code": code, "next": "/account"})["Location"] == "/account"
    clock.passes(minutes=6)
    assert client.post(CONFIRM, {"code": code}).status_code == 422


def test_guessing_here_is_slow(clock):
    client = signed_in(cast.ana(), clock)
    for _ in range(5):
        client.post(CONFIRM, {"password": "wrong-but-long-1"})
    late = client.post(CONFIRM, {"password": cast.PASSWORD})
    assert "Too many tries" in late.content.decode()
    assert client.post("/today/my-data", {"form": "json"}).status_code == 401


def test_nobody_is_led_to_another_site(clock):
    """C16."""
    client = signed_in(cast.ana(), clock)
    answer = client.post(CONFIRM, {"password": cast.PASSWORD, "next": "//evil.example/x"})
    assert answer["Location"] == "/account/security"


def signed_in_elsewhere(person, clock):
    """Somebody who has no password here."""
    client = signed_in(person, clock)
    with free_writing():
        Account.objects.filter(pk=person.account.pk).update(password="!none")
    return client


def mailed_code():
    return Mail.objects.filter(template="accounts/mail/code.txt").latest("pk").facts["code"]


def test_whoever_has_no_password_confirms_with_a_code_by_mail(clock):
    """What she was sending is kept on the way."""
    client = signed_in_elsewhere(cast.ewa(), clock)
    stopped = client.post("/today/my-data", {"form": "json"})
    assert "We send you a code by mail" in stopped.content.decode()
    assert 'name="password"' not in stopped.content.decode().partition("<main")[2]
    asked = client.post("/account/confirm/mail", {"kept": kept_in(stopped)})
    data = {"mailed_code": mailed_code(), "kept": kept_in(asked)}
    assert 'action="/today/my-data"' in client.post(CONFIRM, data).content.decode()
    assert client.post("/today/my-data", {"form": "json"})["Content-Disposition"]


def test_a_mailed_code_confirms_once(clock):
    ewa = cast.ewa()
    client = signed_in_elsewhere(ewa, clock)
    client.post("/account/confirm/mail")
    wrong = f"{(int(mailed_code()) + 1) % 1_000_000:06}"
    assert client.post(CONFIRM, {"mailed_code": wrong}).status_code == 422
    data = {"mailed_code": mailed_code(), "next": "/account"}
    assert client.post(CONFIRM, data)["Location"] == "/account"
    clock.passes(minutes=6)
    client.post("/account/confirm/mail")
    assert client.post(CONFIRM, data).status_code == 422


def test_whoever_has_a_password_gets_no_code(clock):
    """A mail is the weaker proof; it never stands in for a better one."""
    client = signed_in(cast.ana(), clock)
    assert client.post("/account/confirm/mail")["Location"] == CONFIRM
    assert not Mail.objects.filter(template="accounts/mail/code.txt").exists()
