"""The operator's screens: row 61. Secrets go in and never come out."""

import pytest

from opentwinning.core.actor import SYSTEM
from opentwinning.core.verdicts import Invalid, Refused
from opentwinning.facilities.audit.models import LedgerEntry
from opentwinning.people.external.actions import save_provider, set_ways
from opentwinning.people.external.models import Provider, SignInRules
from opentwinning.people.external.policies import (
    may_connect_identity,
    may_register_through,
    may_set_up_sign_in,
    may_use_provider,
)
from opentwinning.people.external.vocabulary import Ways
from tests import cast
from tests.people.external.provider import SECRET
from tests.people.external.test_oidc import ANA, connected

pytestmark = pytest.mark.django_db

ROW = {
    "slug": "school-net", "label_en": "School Net", "label_sl": "Šolsko omrežje",
    "protocol": "oidc", "issuer": "https://id.example.org", "client_id": "twinning",
    "secret": "CANARY-secret", "scopes": "openid email profile", "is_active": "on",
}  # fmt: skip


def test_otto_adds_a_provider():
    """The secret is sealed in the database and stands on no page and in no ledger."""
    otto = cast.otto()
    answer = otto.post("/identity-providers/new", ROW)
    provider = Provider.objects.get()
    assert answer["Location"] == f"/identity-providers/{provider.ref}"
    assert (provider.spec.secret, provider.labels["sl"]) == ("CANARY-secret", "Šolsko omrežje")
    assert not provider.creates_accounts
    assert not provider.trusts_email
    assert "CANARY" not in provider.sealed_secret
    page = otto.get(answer["Location"]).content.decode()
    assert "http://testserver/sign-in/with/school-net/answer" in page
    assert "CANARY" not in page + otto.get("/identity-providers/").content.decode()
    assert "CANARY" not in str(LedgerEntry.objects.latest("pk").__dict__)


def test_an_empty_secret_leaves_it_as_it_is():
    otto = cast.otto()
    otto.post("/identity-providers/new", ROW)
    provider = Provider.objects.get()
    otto.post(f"/identity-providers/{provider.ref}", ROW | {"secret": "", "label_en": "Net"})
    provider.refresh_from_db()
    assert (provider.spec.secret, provider.label) == ("CANARY-secret", "Net")


@pytest.mark.parametrize(
    "wrong",
    [
        {"issuer": "http://id.example.org"},
        {"issuer": "id.example.org"},
        {"issuer": "https://user:pass@id.example.org"},
        {"issuer": "javascript:alert(1)"},
        {"client_id": ""},
        {"scopes": "email"},
        {"label_en": ""},
        {"slug": "Not a slug"},
    ],
)
def test_a_wrong_row_keeps_what_was_typed(wrong):
    answer = cast.otto().post("/identity-providers/new", ROW | wrong)
    assert answer.status_code == 422
    assert "Šolsko omrežje" in answer.content.decode()
    assert not Provider.objects.exists()


def test_a_short_name_stands_once():
    otto = cast.otto()
    otto.post("/identity-providers/new", ROW)
    assert otto.post("/identity-providers/new", ROW).status_code == 422
    assert Provider.objects.count() == 1


def test_the_address_of_a_provider_in_use_stays(elsewhere):
    """A9: the identities of one issuer never become those of another."""
    provider = elsewhere.row()
    connected(elsewhere, cast.ana(), ANA)
    with pytest.raises(Invalid):
        save_provider(by=SYSTEM, provider=provider, issuer="https://other.example.org")


def test_otto_checks_a_provider(elsewhere):
    otto, provider = cast.otto(), elsewhere.row()
    otto.post(f"/identity-providers/{provider.ref}/check")
    page = otto.get(f"/identity-providers/{provider.ref}").content.decode()
    assert "The provider answers as it should." in page
    elsewhere.line.about = {"issuer": "https://evil.example"}
    otto.post(f"/identity-providers/{provider.ref}/check")
    page = otto.get(f"/identity-providers/{provider.ref}").content.decode()
    assert "The provider does not answer as it should." in page


def test_a_changed_key_of_the_installation_is_said(elsewhere, settings):
    """A restored database without its key: people read that the provider is away."""
    from django.test import Client

    elsewhere.row()
    settings.SECRET_KEY = "another key, as long as it has to be, for this one test only"
    assert Client().get("/sign-in/with/net").status_code == 503


def test_otto_opens_and_closes_ways(elsewhere):
    otto = cast.otto()
    assert otto.post("/identity-providers/", {"ways": "external"}).status_code == 422
    elsewhere.row()
    assert otto.post("/identity-providers/", {"ways": "external"}).status_code == 302
    assert SignInRules.objects.get().ways == Ways.EXTERNAL
    assert LedgerEntry.objects.latest("pk").verb.endswith("set_ways")


def test_the_secret_of_the_tests_is_sealed_too(elsewhere):
    assert SECRET not in elsewhere.row().sealed_secret


# ---------------------------------------------------------------- policies
def test_who_sets_sign_in_up():
    people = (cast.ana(), cast.petra(), cast.claire())
    assert not any(may_set_up_sign_in(person.actor) for person in people)
    assert may_set_up_sign_in(cast.otto().actor)
    for action in (
        lambda: save_provider(by=cast.claire().actor, slug="x"),
        lambda: set_ways(by=cast.petra().actor, ways=Ways.LOCAL),
    ):
        with pytest.raises(Refused):
            action()


@pytest.mark.parametrize(
    ("is_active", "ways", "open_"),
    [
        (True, Ways.BOTH, True),
        (True, Ways.EXTERNAL, True),
        (True, Ways.LOCAL, False),
        (False, Ways.BOTH, False),
        (False, Ways.EXTERNAL, False),
    ],
)
def test_when_a_provider_may_be_used(is_active, ways, open_):
    assert bool(may_use_provider(Provider(is_active=is_active), ways)) is open_


@pytest.mark.parametrize(
    ("creates", "countries", "allowed"),
    [(True, [], True), (True, ["SI"], True), (True, ["RO"], False), (False, [], False)],
)
def test_who_may_begin_an_account(creates, countries, allowed):
    provider = Provider(creates_accounts=creates, countries=countries)
    assert bool(may_register_through(provider, "SI")) is allowed


def test_only_one_s_own_account_is_connected():
    ana, marek = cast.ana(), cast.marek()
    assert may_connect_identity(ana.actor, ana.account)
    assert not may_connect_identity(marek.actor, ana.account)
    assert not may_connect_identity(SYSTEM, ana.account)
