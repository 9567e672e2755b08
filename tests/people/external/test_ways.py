"""C-11, R-06: which ways are open. Connecting, disconnecting, and what stays when somebody goes."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from opentwinning.core.actor import SYSTEM
from opentwinning.core.permits import free_writing
from opentwinning.core.privacy import Subject, exported
from opentwinning.core.verdicts import Invalid, Refused
from opentwinning.facilities.audit.models import LedgerEntry
from opentwinning.facilities.notifications.models import Mail, Notice
from opentwinning.people.accounts.actions import erase_account
from opentwinning.people.accounts.models import Account
from opentwinning.people.external.actions import (
    connect_identity,
    disconnect_identity,
    save_provider,
    set_ways,
)
from opentwinning.people.external.models import Identity, PendingJoin, Provider
from opentwinning.people.external.vocabulary import Arrival, Ways
from tests import cast
from tests.people.external.test_oidc import ANA, connected, enter, is_in
from tests.people.identity.test_passkeys import ENTER, STEP, asked, made

pytestmark = pytest.mark.django_db


def rule(ways):
    set_ways(by=SYSTEM, ways=ways)


def password_of(person, client=None):
    client = client or Client()
    data = {"email": person.account.email, "password": cast.PASSWORD}
    return client.post("/sign-in", data), client


# ---------------------------------------------------------------- which ways are open
def test_both_ways_stand_on_the_page(elsewhere):
    elsewhere.row()
    page = Client().get("/sign-in?next=/account").content.decode()
    assert 'name="password"' in page
    assert 'href="/sign-in/with/net?next=%2Faccount"' in page
    assert "School Net" in page
    assert "Šolsko omrežje" in Client().get("/sl/sign-in").content.decode()
    cast.office("SI")
    assert "School Net" in Client().get("/register").content.decode()


def test_only_with_a_provider(elsewhere):
    """Nobody's password opens anything; the page and the registration lead to the provider."""
    elsewhere.row()
    cast.office("SI")
    ana = cast.ana()
    rule(Ways.EXTERNAL)
    before = Mail.objects.count()
    answer, client = password_of(ana)
    assert answer.status_code == 422
    assert is_in(client) == ""
    assert "Only operators sign in with a password here." in answer.content.decode()
    register = Client().get("/register").content.decode()
    assert 'name="email"' not in register
    assert "/sign-in/with/net" in register
    Client().post("/register", {"name": "N", "email": "n@example.org", "country": "SI"})
    Client().post("/forgot-password", {"email": ana.account.email})
    assert Mail.objects.count() == before


def test_a_link_of_a_mail_does_not_get_around_it(elsewhere):
    """Neither a new password nor a registration that had begun."""
    from opentwinning.people.accounts.actions import begin_with_link

    elsewhere.row()
    ana = cast.ana()
    link = begin_with_link(by=SYSTEM, account=ana.account)
    rule(Ways.EXTERNAL)
    client = Client()
    assert client.post(link, {"password": "a-new-and-long-one-7"}).status_code == 422
    assert is_in(client) == ""


def test_the_operator_keeps_a_key(elsewhere):
    """The provider is gone: Otto gets in with his password and opens the other way again."""
    elsewhere.row()
    otto = cast.otto()
    rule(Ways.EXTERNAL)
    _, client = password_of(otto)
    assert is_in(client) == "Otto Maier"
    otto.post("/identity-providers/", {"ways": "both"})
    _, ana = password_of(cast.ana())
    assert is_in(ana) == "Ana Kovač"


def test_a_passkey_alone_does_not_get_around_it(elsewhere, settings):
    """As second step after the provider it still counts; Otto's opens as his password does."""
    settings.ADDRESS = "http://testserver"
    elsewhere.row()
    ana, otto = cast.ana(), cast.otto()
    anas, ottos = made(ana)[0], made(otto)[0]
    connected(elsewhere, ana, ANA)
    rule(Ways.EXTERNAL)
    assert "/sign-in/passkey" not in Client().get("/sign-in").content.decode()
    for device, name in ((anas, ""), (ottos, "Otto Maier")):
        client = Client()
        client.post(ENTER, {"answer": device.shows(asked(client))})
        assert is_in(client) == name
    client = Client()
    elsewhere.visits(client, sub=ANA)
    assert enter(client)["Location"] == STEP
    assert is_in(client) == ""
    client.post(ENTER, {"answer": anas.shows(asked(client))})
    assert is_in(client) == "Ana Kovač"


def test_only_with_a_password(elsewhere):
    """The provider is no longer an address of this site, and who is on the way back stays out."""
    elsewhere.row()
    connected(elsewhere, cast.ana(), ANA)
    client = Client()
    elsewhere.visits(client, sub=ANA)
    rule(Ways.LOCAL)
    assert enter(client).status_code == 404
    assert is_in(client) == ""
    assert Client().get("/sign-in/with/net").status_code == 404
    assert "School Net" not in Client().get("/sign-in").content.decode()


def test_a_provider_that_is_switched_off(elsewhere):
    provider = elsewhere.row()
    connected(elsewhere, cast.ana(), ANA)
    client = Client()
    elsewhere.visits(client, sub=ANA)
    save_provider(by=SYSTEM, provider=provider, is_active=False)
    assert enter(client).status_code == 404
    assert Client().get("/sign-in/with/net").status_code == 404


def test_nobody_locks_the_house_with_the_key_inside(elsewhere):
    with pytest.raises(Invalid, match="Add a provider first"):
        rule(Ways.EXTERNAL)
    provider = elsewhere.row()
    rule(Ways.EXTERNAL)
    with pytest.raises(Invalid, match="only way in"):
        save_provider(by=SYSTEM, provider=provider, is_active=False)


def test_a_kept_text_goes_there_and_back(elsewhere):
    """Her session ended while she wrote; she comes back by the provider, and sends it."""
    elsewhere.row()
    ana = cast.ana()
    connected(elsewhere, ana, ANA)
    client = Client()
    lost = client.post("/account/name", {"name": "Ana with a long new name"})
    assert lost.status_code == 401
    page = lost.content.decode()
    kept = page.partition('name="kept" value="')[2].partition('"')[0]
    assert "/sign-in/with/net" in page
    assert b"Your text is kept." in client.post("/sign-in/with/net", {"kept": kept}).content
    elsewhere.visits(client, sub=ANA)
    answer = client.post("/sign-in/arrived/enter", follow=True)
    assert "Ana with a long new name" in answer.content.decode()


# ---------------------------------------------------------------- connecting and disconnecting
def test_the_page_of_ways_costs_the_same_for_one_and_for_three(elsewhere):
    elsewhere.row()
    ana = cast.ana()
    connected(elsewhere, ana, "one")
    ana.get("/account/ways")  # the first page also begins the session
    counts = []
    for more in ((), ("two", "three")):
        for subject in more:
            connected(elsewhere, ana, subject)
        with CaptureQueriesContext(connection) as statements:
            assert ana.get("/account/ways").status_code == 200
        counts.append(len(statements))
    assert counts[0] == counts[1]


def test_ana_disconnects(elsewhere):
    """Effect, ledger, notice and mail."""
    elsewhere.row()
    ana = cast.ana()
    identity = connected(elsewhere, ana, ANA)
    assert "School Net" in ana.get("/account/ways").content.decode()
    ana.post(f"/account/ways/{identity.ref}/remove")
    assert not Identity.objects.exists()
    assert LedgerEntry.objects.latest("pk").verb.endswith("disconnect_identity")
    assert Notice.objects.filter(kind="external.unlinked", account_id=ana.account.pk).exists()
    assert Mail.objects.latest("pk").template == "external/mail/unlinked.txt"


def test_the_last_way_in_stays(elsewhere):
    """Without a password, the only identity cannot go; with a second one it can."""
    elsewhere.row()
    ana = cast.ana()
    identity = connected(elsewhere, ana, ANA)
    with free_writing():
        Account.objects.filter(pk=ana.account.pk).update(password="!")
    answer = ana.post(f"/account/ways/{identity.ref}/remove", follow=True)
    assert "This is your only way to sign in." in answer.content.decode()
    assert Identity.objects.exists()
    connected(elsewhere, ana, "another")
    ana.post(f"/account/ways/{identity.ref}/remove")
    assert [one.subject for one in Identity.objects.all()] == ["another"]


def test_a_password_that_opens_nothing_is_no_way_in(elsewhere):
    elsewhere.row()
    ana = cast.ana()
    identity = connected(elsewhere, ana, ANA)
    rule(Ways.EXTERNAL)
    with pytest.raises(Refused):
        disconnect_identity(by=ana.actor, identity=identity)


def test_nobody_touches_the_ways_of_others(elsewhere):
    elsewhere.row()
    ana, marek = cast.ana(), cast.marek()
    identity = connected(elsewhere, ana, ANA)
    assert marek.post(f"/account/ways/{identity.ref}/remove").status_code == 404
    arrival = Arrival(slug="net", issuer=elsewhere.issuer, subject="x")
    with pytest.raises(Refused):
        connect_identity(by=marek.actor, account=ana.account, arrival=arrival)
    assert Identity.objects.count() == 1


def test_somebody_without_a_password_may_choose_one(elsewhere):
    """By mail, as everybody; then it is a second way in."""
    elsewhere.row()
    ana = cast.ana()
    connected(elsewhere, ana, ANA)
    with free_writing():
        Account.objects.filter(pk=ana.account.pk).update(password="!")
    assert "Set one by mail" in ana.get("/account/ways").content.decode()
    Client().post("/forgot-password", {"email": ana.account.email})
    assert Mail.objects.filter(to_address=ana.account.email).exists()


def test_her_data_and_her_erasure(elsewhere):
    """J2, J3: she reads what is held, without secrets; erased, nothing of it is left."""
    provider = elsewhere.row()
    ana = cast.ana()
    connected(elsewhere, ana, ANA)
    with free_writing():
        PendingJoin.objects.create(
            secret_hash="h" * 64, account=None, provider=provider, issuer="i", subject="s",
            email=ana.account.email, name="Ana", language="en", expires_at="2030-01-01T00:00Z",
        )  # fmt: skip
    held = exported(Subject.EDUCATOR, ana.account.pk)
    assert held["external.identity"][0]["subject"] == ANA
    assert "secret_hash" not in held["external.pendingjoin"][0]
    erase_account(by=SYSTEM, account=ana.account)
    assert not Identity.objects.exists()
    assert not PendingJoin.objects.exists()
    assert Provider.objects.exists()
