"""CAS 3 as a provider of the same system: redirect, one question, and the answers of the protocol's
own specification (CAS Protocol 3.0, appendix A)."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client

from opentwinning.people.external.actions import connect_identity
from opentwinning.people.external.vocabulary import Arrival
from tests import cast
from tests.people.external.test_oidc import enter, is_in

pytestmark = pytest.mark.django_db

ROOT = "<cas:serviceResponse xmlns:cas='http://www.yale.edu/tp/cas'>"
SUCCESS = f"""{ROOT}
 <cas:authenticationSuccess>
  <cas:user>ana.kovac</cas:user>
  <cas:attributes>
   <cas:firstName>Ana</cas:firstName>
   <cas:lastName>Kovač</cas:lastName>
   <cas:email>ana@elsewhere.example</cas:email>
   <cas:affiliation>staff</cas:affiliation>
   <cas:affiliation>faculty</cas:affiliation>
  </cas:attributes>
  <cas:proxyGrantingTicket>PGTIOU-84678-8a9d</cas:proxyGrantingTicket>
 </cas:authenticationSuccess>
</cas:serviceResponse>"""
FAILURE = f"""{ROOT}
 <cas:authenticationFailure code="INVALID_TICKET">
  Ticket ST-1856339-aA5Yuvrxzpv8Tau1cYQ7 not recognized
 </cas:authenticationFailure>
</cas:serviceResponse>"""
TICKET = "ST-1856339-aA5Yuvrxzpv8Tau1cYQ7"


@pytest.fixture
def school_cas(elsewhere):
    elsewhere.row(protocol="cas", client_id="", secret="")
    elsewhere.line.cas = SUCCESS
    return elsewhere


def leaves(client):
    """The service she is sent away with."""
    answer = client.get("/sign-in/with/net")
    assert answer.status_code == 302
    parts = urlsplit(answer["Location"])
    assert parts.path == "/login"
    return parse_qs(parts.query)["service"][0]


def comes_back(client, service, ticket=TICKET):
    return client.get(service.removeprefix("http://testserver") + f"&ticket={ticket}")


def connect_ana(school_cas):
    ana = cast.ana()
    issuer = f"cas:{school_cas.issuer}"
    arrival = Arrival(slug="net", issuer=issuer, subject="ana.kovac")
    connect_identity(by=ana.actor, account=ana.account, arrival=arrival)


def test_ana_comes_in_with_a_ticket(school_cas):
    """The ticket is asked about once, for exactly the service she left with."""
    connect_ana(school_cas)
    client = Client()
    service = leaves(client)
    assert service.startswith("http://testserver/sign-in/with/net/answer?state=")
    assert comes_back(client, service)["Location"] == "/sign-in/arrived"
    enter(client)
    assert is_in(client) == "Ana Kovač"
    asked = parse_qs(urlsplit(school_cas.line.asked[-1]).query)
    assert urlsplit(school_cas.line.asked[-1]).path == "/p3/serviceValidate"
    assert asked == {"service": [service], "ticket": [TICKET]}
    assert len(school_cas.line.asked) == 1


def test_name_and_address_come_along_and_are_not_verified(school_cas):
    """A10: CAS says nothing of verified, so it is not."""
    cast.office("SI")
    client = Client()
    comes_back(client, leaves(client))
    page = client.get("/sign-in/arrived").content.decode()
    assert "Ana Kovač" in page
    assert "ana@elsewhere.example" in page
    answer = client.post(
        "/sign-in/arrived/new",
        {"name": "Ana", "email": "ana@elsewhere.example", "country": "SI", "language": "en"},
    )
    assert answer["Location"] == "/sign-in/arrived/sent"
    assert is_in(client) == ""


def test_a_subject_of_cas_is_not_one_of_openid_connect(school_cas):
    """A9: the same server may speak both; the same name is not the same key."""
    ana = cast.ana()
    arrival = Arrival(slug="net", issuer=school_cas.issuer, subject="ana.kovac")
    connect_identity(by=ana.actor, account=ana.account, arrival=arrival)
    client = Client()
    comes_back(client, leaves(client))
    enter(client)
    assert is_in(client) == ""


def test_a_ticket_nobody_here_asked_for_is_refused(school_cas):
    """Login CSRF."""
    stranger, ana = Client(), Client()
    service = leaves(stranger)
    leaves(ana)
    assert comes_back(ana, service).status_code == 400
    assert not school_cas.line.asked


def test_a_ticket_counts_once(school_cas):
    client = Client()
    service = leaves(client)
    assert comes_back(client, service).status_code == 302
    assert comes_back(client, service).status_code == 400
    assert len(school_cas.line.asked) == 1


@pytest.mark.parametrize(
    "ticket", ["", "PT-1856376-1HMgO86Z2ZKeByc5XdYD", "ST-", "ST-a%26service=x", "ST-" + "a" * 300]
)
def test_what_is_no_service_ticket_is_not_even_asked_about(school_cas, ticket):
    client = Client()
    assert comes_back(client, leaves(client), ticket).status_code == 400
    assert not school_cas.line.asked


def within(inside):
    return f"{ROOT}{inside}</cas:serviceResponse>"


def success(inside):
    return within(f"<cas:authenticationSuccess>{inside}</cas:authenticationSuccess>")


USER = "<cas:user>ana.kovac</cas:user>"
ANSWERS = {
    "a failure": FAILURE,
    "nothing": "",
    "no XML": "yes\nana.kovac\n",
    "CAS 1": "yes",
    "HTML": "<html><body>Welcome</body></html>",
    "another namespace": SUCCESS.replace("http://www.yale.edu/tp/cas", "http://evil.example/cas"),
    "no namespace": f"<serviceResponse><authenticationSuccess>{USER}</authenticationSuccess>"
    "</serviceResponse>",
    "a failure and a success": within(
        "<cas:authenticationFailure code='INVALID_TICKET'/>"
        f"<cas:authenticationSuccess>{USER}</cas:authenticationSuccess>"
    ),
    "two successes": within(
        f"<cas:authenticationSuccess>{USER}</cas:authenticationSuccess>"
        f"<cas:authenticationSuccess>{USER}</cas:authenticationSuccess>"
    ),
    "two users": success(f"{USER}<cas:user>another</cas:user>"),
    "no user": success(""),
    "an empty user": success("<cas:user> </cas:user>"),
    "a user with a line break": success("<cas:user>ana\nkovac</cas:user>"),
    "a user too long to keep": success(f"<cas:user>{'a' * 256}</cas:user>"),
    "a proxy in between": success(
        f"{USER}<cas:proxies><cas:proxy>https://proxy/pgtUrl</cas:proxy></cas:proxies>"
    ),
    "an entity from a file": "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>"
    + success("<cas:user>&e;</cas:user>"),
    "a billion laughs": "<!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]>"
    + success("<cas:user>&b;</cas:user>"),
    "a document type": f"<!DOCTYPE x>{SUCCESS}",
    "cut off": SUCCESS[:200],
}


@pytest.mark.parametrize("name", ANSWERS)
def test_an_answer_that_is_no_clear_yes_lets_nobody_in(school_cas, name):
    connect_ana(school_cas)
    school_cas.line.cas = ANSWERS[name]
    client = Client()
    assert comes_back(client, leaves(client)).status_code == 400
    assert enter(client).status_code == 400
    assert is_in(client) == ""


def test_a_server_in_trouble_keeps_nobody_waiting(school_cas):
    school_cas.line.status = 500
    client = Client()
    assert comes_back(client, leaves(client)).status_code == 503
    assert comes_back(client, leaves(client)).status_code == 503
    assert len(school_cas.line.asked) == 1


def test_an_operator_checks_it(school_cas):
    from opentwinning.people.external.models import Provider

    otto, ref = cast.otto(), Provider.objects.get().ref
    school_cas.line.cas = FAILURE
    otto.post(f"/identity-providers/{ref}/check")
    page = otto.get(f"/identity-providers/{ref}").content.decode()
    assert "The provider answers as it should." in page
    school_cas.line.cas = SUCCESS  # a server that takes any ticket is none
    otto.post(f"/identity-providers/{ref}/check")
    page = otto.get(f"/identity-providers/{ref}").content.decode()
    assert "The provider does not answer as it should." in page
