"""A10: verified, unverified or absent address × existing or new account. Nobody takes an account
over, and nobody gets an account on an address that is not hers."""

import re

import pytest
from django.test import Client

from opentwinning.facilities.notifications.models import Mail, Notice
from opentwinning.people.accounts.actions import add_address, confirm_address
from opentwinning.people.accounts.models import Account
from opentwinning.people.educators.models import Educator
from opentwinning.people.external.models import Identity, PendingJoin
from tests import cast
from tests.people.external.test_oidc import ANA, connected, enter, is_in

pytestmark = pytest.mark.django_db

NEW = {"name": "Nina Nova", "email": "nina@example.org", "country": "SI", "language": "sl"}
WORDS = {"verified": True, "unverified": False, "absent": None, "a word": "true"}


def arrives(elsewhere, client, *, email="", verified=None, sub=ANA):
    answer = elsewhere.visits(client, sub=sub, email=email or None, email_verified=verified)
    assert answer.status_code == 302
    return client.get("/sign-in/arrived")


def creates(client, **changes):
    return client.post("/sign-in/arrived/new", NEW | changes)


def link_in_mail(address):
    facts = Mail.objects.filter(to_address=address).latest("pk").facts
    return re.search(r"/sign-in/join/[\w-]+", str(facts))[0]


@pytest.mark.parametrize("word", WORDS)
@pytest.mark.parametrize("believed", [True, False])
def test_the_table_of_new_accounts(elsewhere, word, believed):
    """Only an address the provider calls verified, by a provider the operator believes, begins an
    account at once; every other one is proved by mail first."""
    cast.office("SI")
    elsewhere.row(trusts_email=believed)
    client = Client()
    arrives(elsewhere, client, email=NEW["email"], verified=WORDS[word])
    answer = creates(client)
    at_once = word == "verified" and believed
    assert Account.objects.filter(email=NEW["email"]).exists() is at_once
    assert is_in(client) == ("Nina Nova" if at_once else "")
    if not at_once:
        assert answer["Location"] == "/sign-in/arrived/sent"
        client.post(link_in_mail(NEW["email"]))
        assert is_in(client) == "Nina Nova"
    account = Account.objects.get(email=NEW["email"])
    assert (account.language, account.has_password) == ("sl", False)
    assert Educator.objects.get(account=account).country == "SI"
    assert Identity.objects.get(subject=ANA).account == account


@pytest.mark.parametrize("word", WORDS)
@pytest.mark.parametrize("believed", [True, False])
def test_the_table_of_existing_accounts(elsewhere, word, believed):
    """Whatever the provider says of Ana's address: her account stays hers. She gets a mail."""
    elsewhere.row(trusts_email=believed)
    ana, thief = cast.ana(), Client()
    arrives(elsewhere, thief, email="ana@example.org", verified=WORDS[word], sub="thief")
    answer = creates(thief, email="ana@example.org")
    assert answer["Location"] == "/sign-in/arrived/sent"
    assert is_in(thief) == ""
    assert not Identity.objects.exists()
    assert enter(thief).status_code == 422
    assert PendingJoin.objects.get().account == ana.account
    assert (
        Mail.objects.filter(to_address="ana@example.org").latest("pk").template.endswith("join.txt")
    )


def test_a_changed_address_is_proved_by_mail_even_when_the_provider_is_believed(elsewhere):
    cast.office("SI")
    elsewhere.row(trusts_email=True)
    client = Client()
    arrives(elsewhere, client, email="other@example.org", verified=True)
    creates(client)
    assert not Account.objects.filter(email=NEW["email"]).exists()


def test_the_link_of_a_mail_is_worth_nothing_in_another_browser(elsewhere):
    """A stranger asks for Ana's account; Ana opens her mail and presses everything there is. Her
    account stays closed to the stranger: the link needs the browser that came back."""
    elsewhere.row()
    cast.ana()
    thief, ana = Client(), Client()
    arrives(elsewhere, thief, sub="thief")
    thief.post("/sign-in/arrived/mail", {"email": "ana@example.org"})
    link = link_in_mail("ana@example.org")
    assert "Sign in there once more" in ana.get(link).content.decode()
    ana.post(link)
    assert not Identity.objects.exists()
    arrives(elsewhere, ana, sub="ana-herself")
    ana.post(link)
    assert not Identity.objects.exists()
    assert is_in(ana) == ""


def test_ana_connects_by_mail(elsewhere):
    """The stored address is asked, not the one the provider tells. Opening changes nothing."""
    elsewhere.row()
    cast.ana()
    client = Client()
    page = arrives(elsewhere, client, email="ana@elsewhere.example", verified=True)
    assert "Are you new here?" in page.content.decode()
    client.post("/sign-in/arrived/mail", {"email": "ANA@example.org"})
    assert not Mail.objects.filter(to_address="ana@elsewhere.example").exists()
    link = link_in_mail("ana@example.org")
    client.get(link)
    client.get(link)
    assert not Identity.objects.exists()
    client.post(link)
    assert is_in(client) == "Ana Kovač"
    assert Notice.objects.filter(kind="external.linked").count() == 1
    assert client.post(link).status_code == 410
    again = Client()
    elsewhere.visits(again, sub=ANA)
    enter(again)
    assert is_in(again) == "Ana Kovač"


def test_the_link_waits_for_her_in_another_browser_of_hers(elsewhere):
    """The mail is on the telephone: there she signs in once more, and is led to the link."""
    elsewhere.row()
    cast.ana()
    laptop, phone = Client(), Client()
    arrives(elsewhere, laptop)
    laptop.post("/sign-in/arrived/mail", {"email": "ana@example.org"})
    link = link_in_mail("ana@example.org")
    assert f"next={link.replace('/', '%2F')}" in phone.get(link).content.decode()
    elsewhere.visits(phone, sub=ANA, wish=link)
    assert phone.get("/sign-in/arrived")["Location"] == link
    phone.post(link)
    assert is_in(phone) == "Ana Kovač"


def test_the_link_ends_after_an_hour(elsewhere, clock):
    elsewhere.row()
    cast.ana()
    client = Client()
    arrives(elsewhere, client)
    client.post("/sign-in/arrived/mail", {"email": "ana@example.org"})
    link = link_in_mail("ana@example.org")
    clock.passes(minutes=61)
    assert client.post(link).status_code == 410


def test_known_and_unknown_addresses_answer_alike(elsewhere):
    """A3."""
    elsewhere.row()
    cast.ana()
    answers = []
    for email in ("ana@example.org", "nobody@example.org"):
        client = Client()
        arrives(elsewhere, client, sub="somebody")
        answers.append(client.post("/sign-in/arrived/mail", {"email": email}))
    assert {(a.status_code, a["Location"]) for a in answers} == {(302, "/sign-in/arrived/sent")}
    assert not Mail.objects.filter(to_address="nobody@example.org").exists()


def test_mails_to_one_address_are_counted(elsewhere):
    elsewhere.row()
    cast.ana()
    client = Client()
    arrives(elsewhere, client)
    codes = [
        client.post("/sign-in/arrived/mail", {"email": "ana@example.org"}).status_code
        for _ in range(4)
    ]
    assert codes == [302, 302, 302, 429]


def test_who_is_signed_in_connects_with_a_press(elsewhere):
    """Never by itself: a stranger's provider session in her browser would else open her account."""
    elsewhere.row()
    ana = cast.ana()
    page = arrives(elsewhere, ana.client, email="ana@elsewhere.example")
    assert "Connect School Net?" in page.content.decode()
    assert "ana@elsewhere.example" in page.content.decode()
    assert not Identity.objects.exists()
    assert ana.post("/sign-in/arrived/connect")["Location"] == "/account/ways"
    assert Identity.objects.get(subject=ANA).account == ana.account
    notice = Notice.objects.get(kind="external.linked")
    assert (notice.account_id, notice.facts["provider"]) == (ana.account.pk, "School Net")


def test_signing_in_with_the_password_and_connecting(elsewhere):
    """What came back survives the new session (A16)."""
    elsewhere.row()
    cast.ana()
    client = Client()
    page = arrives(elsewhere, client)
    assert 'href="/sign-in?next=%2Fsign-in%2Farrived"' in page.content.decode()
    client.post(
        "/sign-in",
        {"email": "ana@example.org", "password": cast.PASSWORD, "next": "/sign-in/arrived"},
    )
    client.post("/sign-in/arrived/connect")
    assert Identity.objects.get(subject=ANA).account.email == "ana@example.org"


def test_an_identity_opens_one_account_only(elsewhere):
    elsewhere.row()
    ana, marek = cast.ana(), cast.marek()
    connected(elsewhere, ana, ANA)
    elsewhere.visits(marek.client, sub=ANA)
    page = marek.get("/sign-in/arrived")
    assert "Connected elsewhere already" in page.content.decode()
    marek.post("/sign-in/arrived/connect")
    assert Identity.objects.get(subject=ANA).account == ana.account


def test_a_provider_that_begins_no_accounts(elsewhere):
    cast.office("SI")
    elsewhere.row(creates_accounts=False, trusts_email=True)
    client = Client()
    page = arrives(elsewhere, client, email=NEW["email"], verified=True)
    assert "nobody begins a new account" in page.content.decode()
    assert creates(client).status_code == 422
    assert not Account.objects.filter(email=NEW["email"]).exists()


def test_a_provider_for_one_country(elsewhere):
    """A crafted form does not get past it either."""
    cast.office("SI")
    cast.office("RO")
    elsewhere.row(countries=["RO"], trusts_email=True)
    client = Client()
    arrives(elsewhere, client, email=NEW["email"], verified=True)
    assert creates(client).status_code == 422
    creates(client, country="RO")
    assert is_in(client) == "Nina Nova"


def test_a_wrong_form_keeps_what_was_typed(elsewhere):
    cast.office("SI")
    elsewhere.row()
    client = Client()
    arrives(elsewhere, client)
    answer = creates(client, email="no address")
    assert answer.status_code == 422
    assert 'value="Nina Nova"' in answer.content.decode()


def test_two_accounts_for_one_identity_cannot_begin(elsewhere):
    """Two links for two addresses, one identity: the second finds the door closed."""
    cast.office("SI")
    elsewhere.row()
    client = Client()
    arrives(elsewhere, client)
    creates(client)
    creates(client, email="second@example.org")
    first, second = link_in_mail(NEW["email"]), link_in_mail("second@example.org")
    client.post(first)
    client.cookies.pop("ot_session", None)
    arrives(elsewhere, client)
    assert client.post(second).status_code == 422
    assert not Account.objects.filter(email="second@example.org").exists()


def test_a_name_from_outside_is_cleaned(elsewhere):
    """C10: no bidi tricks, no markup."""
    elsewhere.row()
    client = Client()
    elsewhere.visits(client, sub=ANA, name="An\u202ea <script>alert(1)</script>")
    page = client.get("/sign-in/arrived").content.decode()
    assert "Ana &lt;script&gt;" in page
    assert "\u202e" not in page


def test_a_second_address_is_as_good_as_the_first(elsewhere):
    """R-25, A10: the mail goes to the confirmed address that was typed, and nobody begins an
    account on it, though her provider is believed."""
    elsewhere.row(trusts_email=True)
    ana, thief = cast.ana(), Client()
    claimed = add_address(by=ana.actor, account=ana.account, email="second@example.org")
    secret = Mail.objects.latest("pk").facts["url"].rpartition("/")[2]
    arrives(elsewhere, thief, email="second@example.org", verified=True, sub="thief")
    confirm_address(by=ana.actor, account=ana.account, secret=secret)
    assert creates(thief, email=claimed.email)["Location"] == "/sign-in/arrived/sent"
    assert is_in(thief) == ""
    assert PendingJoin.objects.get().account == ana.account
    assert link_in_mail("second@example.org")
    client = Client()
    arrives(elsewhere, client, sub=ANA)
    client.post("/sign-in/arrived/mail", {"email": "second@example.org"})
    client.post(link_in_mail("second@example.org"))
    assert is_in(client) == "Ana Kovač"
