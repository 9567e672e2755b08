"""Signing in and out: the right person always, nobody else ever (A1, A3, A4, A16, C16)."""

from urllib.parse import urljoin, urlsplit

import pytest
from django.contrib.auth import hashers
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from opentwinning.core.actor import SYSTEM, VISITOR
from opentwinning.core.hashing import HouseArgon2
from opentwinning.core.permits import free_writing
from opentwinning.core.web import same_site
from opentwinning.facilities.audit.models import LedgerEntry
from opentwinning.people.accounts.actions import sign_in, suspend_account
from opentwinning.people.accounts.models import Account
from opentwinning.people.accounts.vocabulary import AccountState
from tests import cast
from tests.inputs import payloads

pytestmark = pytest.mark.django_db


def becomes(email, **values):
    """What an officer or time would have done to the account."""
    with free_writing():
        Account.objects.filter(email=email).update(**values)


def enter(client=None, email="ana@example.org", password=cast.PASSWORD, **extra):
    client = client or Client()
    data = {"email": email, "password": password, **extra.pop("data", {})}
    return client.post("/sign-in", data, **extra)


def test_ana_signs_in_and_lands_on_today():
    cast.ana()
    client = Client()
    answer = enter(client, email=" ANA@example.org ")
    assert (answer.status_code, answer["Location"]) == (302, "/today/")
    assert client.get("/today/").status_code == 200


def test_she_lands_in_her_own_language():
    cast.ana()
    becomes("ana@example.org", language="sl")
    assert enter()["Location"] == "/sl/today/"
    assert enter(data={"next": "/account"})["Location"] == "/sl/account"


def test_she_is_led_to_the_page_she_wanted():
    cast.ana()
    wanted = Client().get("/account")
    assert wanted["Location"] == "/sign-in?next=%2Faccount"
    page = Client().get(wanted["Location"]).content.decode()
    assert '<input type="hidden" name="next" value="/account">' in page
    assert enter(data={"next": "/account"})["Location"] == "/account"


def test_a_wrong_password_and_an_unknown_address_answer_alike():
    """A3: same words, same status, as many statements, one hash each."""
    cast.ana()

    def answer(email):
        client = Client()
        with CaptureQueriesContext(connection) as statements:
            response = enter(client, email=email, password="wrong-but-long-1")
        page = response.content.decode().replace(email, "EMAIL")
        return response.status_code, page.partition("<main")[2], len(statements)

    answer("first@example.org")  # the network's first try also makes its counters
    known, unknown = answer("ana@example.org"), answer("nobody@example.org")
    assert known[0] == unknown[0] == 422
    assert scrubbed(known[1]) == scrubbed(unknown[1])
    assert abs(known[2] - unknown[2]) <= 1


def scrubbed(page):
    import re

    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page)


@pytest.mark.parametrize("email", ["ana@example.org", "nobody@example.org", "gone@example.org"])
def test_every_try_costs_one_hash(email, argon2, monkeypatch):
    """A3: known, unknown and suspended people cost the same work."""
    cast.ana()
    cast.account("Gone Person")
    becomes("gone@example.org", state=AccountState.SUSPENDED)
    hasher = type(hashers.get_hasher())
    work = []
    encode, verify = hasher.encode, hasher.verify
    monkeypatch.setattr(hasher, "encode", lambda s, *a: work.append("encode") or encode(s, *a))
    monkeypatch.setattr(hasher, "verify", lambda s, *a: work.append("verify") or verify(s, *a))
    becomes("ana@example.org", password=hashers.make_password("x" * 12))
    work.clear()
    assert sign_in(by=VISITOR, email=email, password="wrong-but-long-1") is None
    assert len(work) == 1


def test_an_older_hash_is_renewed_at_sign_in(argon2):
    """A1: whatever it was, it becomes Argon2id with 19 MiB and two rounds."""
    cast.ana()
    weak = HouseArgon2()
    weak.memory_cost = 8
    becomes("ana@example.org", password=weak.encode(cast.PASSWORD, weak.salt()))
    assert "m=8," in Account.objects.get(email="ana@example.org").password
    assert sign_in(by=VISITOR, email="ana@example.org", password=cast.PASSWORD)
    renewed = Account.objects.get(email="ana@example.org").password
    assert renewed.startswith("argon2$argon2id$v=19$m=19456,t=2,p=1$")


def test_signing_in_is_written_down_once_whatever_comes_out():
    """J6."""
    cast.ana()
    enter()
    enter(password="wrong-but-long-1")
    enter(email="nobody@example.org")
    tries = LedgerEntry.objects.filter(verb__startswith="people.accounts.actions.sessions.")
    rows = list(tries.order_by("pk"))
    assert [row.details.get("outcome") for row in rows] == ["in", "refused", "refused"]
    assert "example.org" not in str([row.details for row in rows])


def test_guessing_is_stopped_and_the_right_person_enters_from_elsewhere(clock):
    """A4: 200 wrong tries; no lock-out."""
    cast.ana()
    codes = [enter(password=f"wrong-{n}-password").status_code for n in range(200)]
    assert codes[:5] == [422] * 5
    assert set(codes[5:]) == {429}
    here = enter()
    assert here.status_code == 429
    assert "ask for a new password by mail" in here.content.decode()
    assert enter(REMOTE_ADDR="198.51.100.9").status_code == 302


def test_the_pause_ends(clock):
    cast.ana()
    for _ in range(6):
        enter(password="wrong-but-long-1")
    assert enter().status_code == 429
    clock.passes(minutes=1)
    assert enter().status_code == 302


def test_success_wipes_the_slate():
    cast.ana()
    for _ in range(3):
        for _ in range(4):
            enter(password="wrong-but-long-1")
        assert enter().status_code == 302


def test_a_rotating_ipv6_address_is_one_network(clock):
    """A4: a /64 belongs to one household."""
    cast.ana()
    codes = [
        enter(password="wrong-but-long-1", REMOTE_ADDR=f"2001:db8:1:1::{n:x}").status_code
        for n in range(1, 10)
    ]
    assert codes[-1] == 429
    assert enter(REMOTE_ADDR="2001:db8:1:2::1").status_code == 302


def test_one_network_cannot_try_many_people(clock):
    codes = {
        enter(email=f"person{n}@example.org", password="wrong-but-long-1").status_code
        for n in range(65)
    }
    assert codes == {422, 429}


def test_nobody_is_led_to_another_site():
    """C16: whatever a browser makes of the address, it stays here."""
    cast.ana()
    for number, wish in enumerate(payloads("open_redirect")):
        target = enter(data={"next": wish}, REMOTE_ADDR=f"10.0.{number}.1")["Location"]
        assert stays_here(target), (wish, target)


@pytest.mark.parametrize(
    "wish",
    [
        "/\\evil.example", "\\\\evil.example", "/\tevil.example", "/\t/evil.example",
        "//evil.example", "/\r\n//evil.example", "javascript:alert(1)", "/\x00/evil.example", "http:///evil.example",
        "/\u2028/evil.example", " //evil.example", "https:evil.example", "///evil.example",
    ],
)  # fmt: skip
def test_tricks_are_no_path_of_this_site(wish):
    assert same_site(wish) == ""


def test_an_honest_path_is():
    assert same_site("/sl/projects/?page=2#top") == "/sl/projects/?page=2#top"


def stays_here(target):
    """As browsers read it: controls dropped, backslashes are slashes."""
    seen = "".join(c for c in target if c.isprintable()).strip().replace("\\", "/")
    return urlsplit(urljoin("http://testserver/sign-in", seen)).netloc == "testserver"


def test_the_session_gets_a_new_id_and_forgets_what_was_in_it():
    """A16: a planted session is worth nothing after signing in."""
    cast.ana()
    client = Client()
    session = client.session
    session["planted"] = "by mallory"
    session.save()
    planted = session.session_key
    enter(client)
    assert client.session.session_key != planted
    assert "planted" not in client.session
    assert not client.session.exists(planted)


def test_signing_out_needs_a_post_and_clears_the_browser():
    """I5, I7."""
    ana = cast.ana()
    assert ana.get("/sign-out").status_code == 405
    assert ana.get("/today/").status_code == 200
    answer = ana.post("/sign-out")
    assert answer["Location"] == "/"
    assert "storage" in answer["Clear-Site-Data"]
    assert ana.get("/today/").status_code == 302


def test_a_suspended_account_is_out_at_once_and_stays_out():
    """A16, B11."""
    ana = cast.ana()
    assert ana.get("/today/").status_code == 200
    suspend_account(by=SYSTEM, account=ana.account, reason="Rules", office="")
    assert ana.get("/today/").status_code == 302
    assert enter().status_code == 403
    assert enter(password="wrong-but-long-1").status_code == 422


def test_somebody_signed_in_needs_no_form():
    assert cast.ana().get("/sign-in?next=/account")["Location"] == "/account"
    assert cast.ana().get("/sign-in")["Location"] == "/today/"


def test_pages_of_the_signed_in_are_never_stored():
    """I7."""
    assert "no-store" in cast.ana().get("/account")["Cache-Control"]


def test_hostile_addresses_and_passwords_are_only_wrong():
    """C1, C3, C12: what was typed comes back as text, not as part of the page."""
    plain = enter(email="wrong", password="wrong").content.decode()
    for number, text in enumerate(payloads("xss")[::3] + payloads("sql")[::3]):
        answer = enter(email=text, password=text, REMOTE_ADDR=f"10.0.{number}.1")
        assert answer.status_code == 422, text
        if "<" in text or '"' in text:
            assert answer.content.decode().count(text) == plain.count(text), text
