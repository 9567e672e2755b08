"""Signing in with OpenID Connect: A9, A10, A11, from the button to Today."""

import base64
from urllib.parse import quote, urlsplit

import pytest
from django.test import Client

from opentwinning.core.actor import SYSTEM
from opentwinning.facilities.audit.models import LedgerEntry
from opentwinning.facilities.notifications.models import Mail
from opentwinning.people.accounts.actions import suspend_account
from opentwinning.people.accounts.models import Account
from opentwinning.people.external.actions import connect_identity
from opentwinning.people.external.models import Identity
from opentwinning.people.external.vocabulary import Arrival
from tests import cast
from tests.people.external.provider import CLIENT, EC, OTHER_RSA, SECRET

pytestmark = pytest.mark.django_db

ANA, MAREK = "subject-of-ana", "subject-of-marek"


def connected(elsewhere, person, subject):
    arrival = Arrival(slug="net", issuer=elsewhere.issuer, subject=subject)
    return connect_identity(by=person.actor, account=person.account, arrival=arrival)


def is_in(client):
    """Whose session it is, by the name on her account page; "" for nobody."""
    account_id = client.session.get("account")
    return Account.objects.get(pk=account_id).name if account_id else ""


def enter(client):
    """The button of the page "Welcome back"; a script presses it."""
    return client.post("/sign-in/arrived/enter")


# ---------------------------------------------------------------- the way there
def test_the_way_out_asks_for_a_code_with_everything_that_binds_it(elsewhere):
    """A11: state, nonce, PKCE, our exact address, in the language of the reader."""
    elsewhere.row()
    answer = Client().get("/sl/sign-in/with/net")
    assert answer["Location"].startswith(f"{elsewhere.issuer}/authorize?")
    asked = elsewhere.leaves(Client())
    assert asked["redirect_uri"] == "http://testserver/sign-in/with/net/answer"
    assert (asked["response_type"], asked["client_id"]) == ("code", CLIENT)
    assert asked["scope"] == "openid email profile"
    assert asked["code_challenge_method"] == "S256"
    assert all(len(asked[name]) >= 43 for name in ("state", "nonce", "code_challenge"))
    again = elsewhere.leaves(Client())
    assert not {asked[n] for n in ("state", "nonce", "code_challenge")} & set(again.values())


def test_ana_comes_in(elsewhere):
    """There and back, one press, Today; the code was paid for with PKCE and the secret."""
    elsewhere.row()
    ana, client = cast.ana(), Client()
    connected(elsewhere, ana, ANA)
    back = elsewhere.visits(client, sub=ANA, wish="/account")
    assert back["Location"] == "/sign-in/arrived"
    assert is_in(client) == ""
    assert b"Welcome back" in client.get("/sign-in/arrived").content
    assert enter(client)["Location"] == "/account"
    assert is_in(client) == "Ana Kovač"
    pair = base64.b64decode(elsewhere.line.authorization[-1].removeprefix("Basic ")).decode()
    assert pair == f"{CLIENT}:{quote(SECRET, safe='')}"
    assert len(elsewhere.line.redeemed[-1]["code_verifier"]) >= 43
    assert Identity.objects.get(subject=ANA).last_used_at is not None
    verbs = list(LedgerEntry.objects.order_by("-pk").values_list("verb", flat=True)[:2])
    assert "people.external.actions.identities.sign_in_with" in verbs


def test_looking_at_the_page_signs_nobody_in(elsewhere):
    """I5: reading writes nothing; only the button does."""
    elsewhere.row()
    connected(elsewhere, cast.ana(), ANA)
    client = Client()
    elsewhere.visits(client, sub=ANA)
    before = Identity.objects.get(subject=ANA).last_used_at
    client.get("/sign-in/arrived")
    client.get("/sign-in/arrived")
    assert is_in(client) == ""
    assert Identity.objects.get(subject=ANA).last_used_at == before


def test_a_public_client_sends_no_secret(elsewhere):
    elsewhere.row(secret="")
    elsewhere.visits(Client(), sub=ANA)
    assert elsewhere.line.authorization[-1] == ""
    assert elsewhere.line.redeemed[-1]["client_id"] == CLIENT
    assert "client_secret" not in elsewhere.line.redeemed[-1]


def test_the_secret_goes_where_the_provider_wants_it(elsewhere):
    elsewhere.row()
    elsewhere.line.about = {"token_endpoint_auth_methods_supported": ["client_secret_post"]}
    elsewhere.visits(Client(), sub=ANA)
    assert elsewhere.line.redeemed[-1]["client_secret"] == SECRET
    assert elsewhere.line.authorization[-1] == ""


# ---------------------------------------------------------------- who it is
def test_two_subjects_that_swap_addresses_swap_nothing_else(elsewhere):
    """A9: an address is a label. Who takes a colleague's address stays who she is."""
    elsewhere.row(trusts_email=True)
    ana, marek = cast.ana(), cast.marek()
    connected(elsewhere, ana, ANA)
    connected(elsewhere, marek, MAREK)
    for subject, email, name in (
        (ANA, "marek@example.org", "Ana Kovač"),
        (MAREK, "ana@example.org", "Marek Zieliński"),
    ):
        client = Client()
        elsewhere.visits(client, sub=subject, email=email, email_verified=True)
        enter(client)
        assert is_in(client).split()[0] == name.split()[0]


def test_another_issuer_with_the_same_subject_is_another_person(elsewhere):
    elsewhere.row()
    ana, client = cast.ana(), Client()
    elsewhere_else = Arrival(slug="net", issuer="https://other.example.org", subject=ANA)
    connect_identity(by=ana.actor, account=ana.account, arrival=elsewhere_else)
    elsewhere.visits(client, sub=ANA)
    assert b"Are you new here?" in client.get("/sign-in/arrived").content
    assert enter(client).status_code == 422
    assert is_in(client) == ""


def test_a_suspended_account_stays_closed_but_says_why_and_how_to_object(elsewhere):
    """H17: also to who has no password here."""
    elsewhere.row()
    ana, client = cast.ana(), Client()
    connected(elsewhere, ana, ANA)
    suspend_account(by=SYSTEM, account=ana.account, reason="Rules", office="")
    elsewhere.visits(client, sub=ANA)
    answer = enter(client)
    assert answer.status_code == 403
    assert b"Rules" in answer.content
    assert b"/care/open/" in answer.content
    assert is_in(client) == ""


def test_name_and_address_may_come_from_the_second_source(elsewhere):
    """Many providers tell them at userinfo only."""
    elsewhere.row()
    elsewhere.line.user = {"sub": ANA, "name": "Ana K.", "email": "ana@school.example"}
    client = Client()
    elsewhere.visits(client, sub=ANA)
    assert "ana@school.example" in client.get("/sign-in/arrived").content.decode()


def test_a_second_source_about_somebody_else_is_refused(elsewhere):
    elsewhere.row()
    elsewhere.line.user = {"sub": MAREK, "email": "marek@example.org"}
    assert elsewhere.visits(Client(), sub=ANA).status_code == 400


# ---------------------------------------------------------------- what is refused
def test_an_answer_nobody_here_asked_for_is_refused(elsewhere):
    """A11, login CSRF: the stranger's right code in Ana's browser signs her in as nobody."""
    elsewhere.row()
    stranger, ana = Client(), Client()
    asked = elsewhere.leaves(stranger)
    elsewhere.leaves(ana)
    answer = elsewhere.comes_back(ana, asked)
    assert answer.status_code == 400
    assert "ot_arrival" not in ana.cookies
    assert not elsewhere.line.redeemed


def test_an_answer_counts_once(elsewhere):
    elsewhere.row()
    client = Client()
    asked = elsewhere.leaves(client)
    assert elsewhere.comes_back(client, asked).status_code == 302
    assert elsewhere.comes_back(client, asked).status_code == 400


def test_an_answer_of_another_provider_is_refused(elsewhere):
    """Mix-up: the departure was to one provider, the answer comes to the address of another."""
    elsewhere.row()
    elsewhere.row(slug="other")
    client = Client()
    asked = elsewhere.leaves(client, slug="other")
    assert elsewhere.comes_back(client, asked).status_code == 400


def test_an_answer_that_names_another_issuer_is_refused(elsewhere):
    elsewhere.row()
    client = Client()
    asked = elsewhere.leaves(client)
    assert elsewhere.comes_back(client, asked, iss="https://evil.example").status_code == 400
    assert not elsewhere.line.redeemed


def test_an_answer_must_name_its_issuer_when_the_provider_promises_it(elsewhere):
    elsewhere.row()
    elsewhere.line.about = {"authorization_response_iss_parameter_supported": True}
    client = Client()
    assert elsewhere.comes_back(client, elsewhere.leaves(client)).status_code == 400
    asked = elsewhere.leaves(client)
    assert elsewhere.comes_back(client, asked, iss=elsewhere.issuer).status_code == 302


def test_an_answer_after_ten_minutes_is_refused(elsewhere, clock):
    elsewhere.row()
    client = Client()
    asked = elsewhere.leaves(client)
    clock.passes(minutes=11)
    assert elsewhere.comes_back(client, asked).status_code == 400


def test_somebody_known_who_waits_comes_back_once_more(elsewhere, clock):
    """A machine somebody left: what it carries is no key for long."""
    elsewhere.row()
    connected(elsewhere, cast.ana(), ANA)
    client = Client()
    elsewhere.visits(client, sub=ANA)
    clock.passes(minutes=6)
    assert enter(client).status_code == 400
    assert is_in(client) == ""


@pytest.mark.parametrize(
    "wrong",
    [
        {"iss": "https://evil.example"},
        {"aud": "another-client"},
        {"nonce": "another"},
        {"exp": 1},
        {"sub": None},
    ],
)
def test_a_wrong_token_lets_nobody_in(elsewhere, wrong):
    """The table of forty is in test_tokens.py; here the whole way refuses."""
    elsewhere.row()
    connected(elsewhere, cast.ana(), ANA)
    client = Client()
    assert elsewhere.visits(client, **({"sub": ANA} | wrong)).status_code == 400
    assert client.get("/sign-in/arrived").status_code == 400


def test_a_stranger_s_signature_lets_nobody_in(elsewhere):
    elsewhere.row()
    elsewhere.line.signing = OTHER_RSA
    assert elsewhere.visits(Client(), sub=ANA).status_code == 400


def test_only_what_the_provider_offers_is_accepted(elsewhere):
    elsewhere.row()
    elsewhere.line.about = {"id_token_signing_alg_values_supported": ["RS256"]}
    elsewhere.line.signing = EC
    assert elsewhere.visits(Client(), sub=ANA).status_code == 400


def test_turned_back_there_is_said_in_our_words(elsewhere):
    """What the provider writes is never shown."""
    elsewhere.row()
    client = Client()
    asked = elsewhere.leaves(client)
    answer = client.get(
        "/sign-in/with/net/answer",
        {"state": asked["state"], "error": "access_denied", "error_description": "CANARY"},
    )
    assert answer.status_code == 400
    assert "You came back without being signed in there." in answer.content.decode()
    assert "CANARY" not in answer.content.decode().partition("<main")[2].partition("</main")[0]


def test_a_forged_arrival_is_worth_nothing(elsewhere):
    elsewhere.row()
    connected(elsewhere, cast.ana(), ANA)
    client = Client()
    client.cookies["ot_arrival"] = "eyJzdWJqZWN0IjoiYW5hIn0:1:forged"
    assert client.get("/sign-in/arrived").status_code == 400
    assert enter(client).status_code == 400


def test_a_wish_to_another_site_is_forgotten(elsewhere):
    """C16."""
    elsewhere.row()
    connected(elsewhere, cast.ana(), ANA)
    client = Client()
    elsewhere.visits(client, sub=ANA, wish="https://evil.example/")
    assert enter(client)["Location"] == "/today/"


# ---------------------------------------------------------------- a provider in trouble
def test_a_provider_that_calls_itself_otherwise_is_not_used(elsewhere):
    elsewhere.row()
    elsewhere.line.about = {"issuer": "https://evil.example"}
    assert Client().get("/sign-in/with/net").status_code == 503


def test_a_silent_provider_keeps_nobody_waiting(elsewhere):
    """E8, X9: after one try it is left alone for a while, and the page says what to do."""
    elsewhere.row()
    elsewhere.line.status = 500
    first = Client().get("/sign-in/with/net")
    asked = len(elsewhere.line.asked)
    second = Client().get("/sign-in/with/net")
    assert (first.status_code, second.status_code) == (503, 503)
    assert len(elsewhere.line.asked) == asked == 1
    assert "Try again later." in second.content.decode()


def test_what_it_publishes_is_fetched_once(elsewhere):
    elsewhere.row()
    for _ in range(3):
        elsewhere.visits(Client(), sub=ANA)
    asked = [urlsplit(path).path for path in elsewhere.line.asked]
    assert asked.count("/.well-known/openid-configuration") == 1
    assert asked.count("/keys") == 1


def test_new_keys_are_learned_once_and_not_at_a_stranger_s_pleasure(elsewhere):
    """The provider changed its keys: the next sign-in works. Unknown keys make us ask once."""
    elsewhere.row()
    rsa_only = {"keys": [elsewhere.line.keys["keys"][0]]}
    everything, elsewhere.line.keys = elsewhere.line.keys, rsa_only
    assert elsewhere.visits(Client(), sub=ANA).status_code == 302
    elsewhere.line.keys, elsewhere.line.signing = everything, EC
    assert elsewhere.visits(Client(), sub=ANA).status_code == 302
    elsewhere.line.token = "e30.e30.e30"
    for _ in range(3):
        assert elsewhere.visits(Client(), sub=ANA).status_code == 400
    asked = [urlsplit(path).path for path in elsewhere.line.asked]
    assert asked.count("/keys") == 2


def test_a_provider_inside_is_only_asked_when_it_was_named_so(elsewhere):
    """E1: the row of an outside provider leads to no machine of ours."""
    issuer = elsewhere.issuer.replace("http://", "https://")
    elsewhere.row(issuer=issuer, is_internal=False)
    assert Client().get("/sign-in/with/net").status_code == 503
    assert not elsewhere.line.asked


@pytest.mark.parametrize("name", ["authorization_endpoint", "token_endpoint", "jwks_uri"])
def test_published_addresses_are_checked_like_the_first(elsewhere, name):
    """No script, no file, no machine without encryption behind a provider's back."""
    elsewhere.row()
    elsewhere.line.about = {name: "javascript:alert(1)"}
    assert Client().get("/sign-in/with/net").status_code == 503


def test_departures_are_counted(elsewhere, clock):
    """A4: a network that only presses the button is slowed down."""
    elsewhere.row()
    client = Client()
    codes = [client.get("/sign-in/with/net").status_code for _ in range(61)]
    assert codes[-1] == 429
    assert set(codes[:-1]) == {302}


def test_six_tabs_forget_the_first(elsewhere):
    elsewhere.row()
    client = Client()
    first, *others = [elsewhere.leaves(client) for _ in range(6)]
    assert elsewhere.comes_back(client, first).status_code == 400
    assert elsewhere.comes_back(client, others[-1]).status_code == 302


def test_no_mail_goes_out_by_coming_in(elsewhere):
    elsewhere.row()
    connected(elsewhere, cast.ana(), ANA)
    before = Mail.objects.count()
    client = Client()
    elsewhere.visits(client, sub=ANA)
    enter(client)
    assert Mail.objects.count() == before
