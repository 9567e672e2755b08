"""Passkeys: made, named, removed, used alone and as second step; copies and forgeries refused."""

import copy
import json
import re

import pytest
from django.test import Client
from webauthn.helpers import base64url_to_bytes, bytes_to_base64url

from opentwinning.facilities.audit.models import LedgerEntry
from opentwinning.facilities.jobs.actions import run_due
from opentwinning.people.identity.models import Passkey, RecoveryCode
from opentwinning.people.identity.queries import factors_of, passkey_domain
from tests import cast
from tests.people.identity.device import Device

pytestmark = pytest.mark.django_db
ADD, MAKING = "/account/security/passkeys/add", "/account/security/passkeys/making"
ENTER, USING, STEP = "/sign-in/passkey", "/sign-in/passkey/using", "/sign-in/second-step"


@pytest.fixture(autouse=True)
def at_testserver(settings):
    settings.ADDRESS = "http://testserver"


def made(person, device=None, name="My telephone"):
    device = device or Device()
    answer = device.makes(person.post(MAKING).json())
    return device, person.post(ADD, {"name": name, "answer": answer})


def asked(client):
    return client.post(USING).json()


def is_in(client):
    return client.get("/account").status_code == 200


def test_ana_adds_a_passkey_and_gets_codes_to_print(smtp):
    ana = cast.ana()
    _, page = made(ana)
    assert len(re.findall(r'ot-code">([A-Z0-9-]{14})<', page.content.decode())) == 10
    page = ana.get("/account/security").content.decode()
    assert "My telephone" in page
    run_due()
    mail = smtp.to("ana@example.org")[-1]
    assert mail["Subject"] == "A new passkey opens your account"
    assert "My telephone" in mail.get_body(("plain",)).get_content()


def test_a_second_one_shows_no_new_codes():
    ana = cast.ana()
    made(ana)
    _, answer = made(ana, name="Stick")
    assert answer["Location"] == "/account/security"
    assert RecoveryCode.objects.count() == 10
    assert [key.name for key in factors_of(ana.account.pk).passkeys] == ["My telephone", "Stick"]


def test_she_signs_in_with_it_alone():
    """Known to the device, not to the page: nobody typed an address."""
    device, _ = made(cast.ana())
    client = Client()
    questions = asked(client)
    assert questions["allowCredentials"] == []
    assert questions["userVerification"] == "required"
    answer = client.post(ENTER, {"answer": device.shows(questions), "next": "/account"})
    assert answer["Location"] == "/account"
    assert is_in(client)
    assert Passkey.objects.get().sign_count == 1
    verbs = list(LedgerEntry.objects.order_by("-pk").values_list("verb", flat=True)[:3])
    assert verbs[0].endswith("remember_device")
    assert verbs[1].endswith("complete_sign_in")
    assert verbs[2].endswith("prove_with_passkey")


def test_or_after_the_password():
    device, _ = made(cast.ana())
    client = Client()
    client.post("/sign-in", {"email": "ana@example.org", "password": cast.PASSWORD})
    assert not is_in(client)
    assert "Use your passkey" in client.get(STEP).content.decode()
    questions = asked(client)
    assert [one["id"] for one in questions["allowCredentials"]] == [
        bytes_to_base64url(device.key_id)
    ]
    assert client.post(ENTER, {"answer": device.shows(questions)})["Location"] == "/today/"
    assert is_in(client)


def test_the_passkey_of_another_is_no_second_step():
    """Ion's key after Ana's password opens neither account."""
    made(cast.ana())
    device, _ = made(cast.ion())
    client = Client()
    client.post("/sign-in", {"email": "ana@example.org", "password": cast.PASSWORD})
    assert client.post(ENTER, {"answer": device.shows(asked(client))}).status_code == 422
    assert not is_in(client)


def test_an_answer_counts_once():
    device, _ = made(cast.ana())
    client = Client()
    answer = device.shows(asked(client))
    client.post(ENTER, {"answer": answer})
    assert is_in(client)
    thief = Client()
    asked(thief)
    assert thief.post(ENTER, {"answer": answer}).status_code == 422
    assert not is_in(thief)


def test_a_challenge_counts_once_and_five_minutes(clock):
    device, _ = made(cast.ana())
    client = Client()
    questions = asked(client)
    forged = device.shows(questions, signature="AAAA")
    assert client.post(ENTER, {"answer": forged}).status_code == 422
    assert client.post(ENTER, {"answer": device.shows(questions)}).status_code == 422
    questions = asked(client)
    clock.passes(minutes=5, seconds=1)
    assert client.post(ENTER, {"answer": device.shows(questions)}).status_code == 422
    assert not is_in(client)
    assert client.post(ENTER, {"answer": device.shows(asked(client))}).status_code == 302


def test_a_challenge_of_another_browser_is_refused():
    device, _ = made(cast.ana())
    client = Client()
    asked(client)
    assert client.post(ENTER, {"answer": device.shows(asked(Client()))}).status_code == 422


@pytest.mark.parametrize(
    "origin", ["https://testserver", "http://testserver:81", "http://evil.example", "null"]
)
def test_another_origin_is_refused(origin):
    """A page that looks like ours gets nothing: phishing ends here."""
    device, _ = made(cast.ana())
    device.origin = origin
    client = Client()
    assert client.post(ENTER, {"answer": device.shows(asked(client))}).status_code == 422
    assert not is_in(client)


def test_another_host_is_refused():
    device, _ = made(cast.ana())
    client = Client()
    questions = asked(client) | {"rpId": "evil.example"}
    assert client.post(ENTER, {"answer": device.shows(questions)}).status_code == 422


def test_a_device_that_does_not_know_its_owner_is_refused():
    """A stick that only was touched is one proof, not two."""
    device, _ = made(cast.ana())
    device.flags = 0x01
    client = Client()
    assert client.post(ENTER, {"answer": device.shows(asked(client))}).status_code == 422


def test_a_copied_key_is_refused():
    """The number of signatures must grow: a copy that lags behind opens nothing."""
    device, _ = made(cast.ana())
    thiefs = copy.copy(device)
    for _ in range(3):
        client = Client()
        client.post(ENTER, {"answer": device.shows(asked(client))})
    assert is_in(client)
    thief = Client()
    assert thief.post(ENTER, {"answer": thiefs.shows(asked(thief))}).status_code == 422
    assert not is_in(thief)


def test_the_owner_inside_the_answer_must_be_the_owner():
    made(cast.ion(), Device())
    device, _ = made(cast.ana())
    client = Client()
    other = bytes_to_base64url(cast.ion().account.ref.encode())
    answer = device.shows(asked(client), userHandle=other)
    assert client.post(ENTER, {"answer": answer}).status_code == 422


def test_making_for_another_origin_or_challenge_is_refused():
    ana = cast.ana()
    questions = ana.post(MAKING).json()
    evil = Device(origin="http://evil.example").makes(questions)
    assert ana.post(ADD, {"name": "Evil", "answer": evil}).status_code == 422
    late = Device().makes(questions)
    assert ana.post(ADD, {"name": "Late", "answer": late}).status_code == 422
    blind = Device(flags=0x01).makes(ana.post(MAKING).json())
    assert ana.post(ADD, {"name": "Blind", "answer": blind}).status_code == 422
    assert not Passkey.objects.exists()


def test_a_known_key_is_not_taken_for_another_person():
    device, _ = made(cast.ana())
    _, answer = made(cast.ion(), device)
    assert answer.status_code == 422
    assert Passkey.objects.count() == 1


def test_broken_answers_are_refused_politely():
    device, _ = made(cast.ana())
    client = Client()
    whole = json.loads(device.shows(asked(client)))
    broken = ["", "{}", "[]", "null", "not json", '{"id": 7}', "\x00", '{"id":"a","rawId":"a"}']
    for name in whole["response"]:
        for value in ("", "!!!", "A", 7, None, []):
            changed = copy.deepcopy(whole)
            changed["response"][name] = value
            broken.append(json.dumps(changed))
        data = bytearray(base64url_to_bytes(whole["response"][name]))
        for cut in (0, 1, len(data) // 2):
            changed = copy.deepcopy(whole)
            changed["response"][name] = bytes_to_base64url(bytes(data[:cut]))
            broken.append(json.dumps(changed))
    for number, answer in enumerate(broken):
        client.post(USING, REMOTE_ADDR=f"10.0.0.{number}")
        assert client.post(ENTER, {"answer": answer}).status_code == 422, answer
        assert cast.ana().post(ADD, {"name": "x", "answer": answer}).status_code == 422, answer
    assert not is_in(client)


def test_she_renames_and_removes_it():
    ana = cast.ana()
    device, _ = made(ana)
    ref = Passkey.objects.get().ref
    assert ana.post(f"/account/security/passkeys/{ref}", {"name": ""}).status_code == 422
    ana.post(f"/account/security/passkeys/{ref}", {"name": "Old telephone"})
    assert "Old telephone" in ana.get("/account/security").content.decode()
    ana.post(f"/account/security/passkeys/{ref}/remove")
    assert not RecoveryCode.objects.exists()
    client = Client()
    assert client.post(ENTER, {"answer": device.shows(asked(client))}).status_code == 422


def test_the_passkey_of_another_does_not_exist():
    ana, ion = cast.ana(), cast.ion()
    made(ana)
    ref = Passkey.objects.get().ref
    page = f"/account/security/passkeys/{ref}"
    for address in (page, f"{page}/remove"):
        assert ion.post(address, {"name": "Mine"}).status_code == 404
    assert Passkey.objects.get().name == "My telephone"


def test_a_passkey_confirms_a_dangerous_act(clock):
    ana = cast.ana()
    device, _ = made(ana)
    client = Client()
    client.post(ENTER, {"answer": device.shows(asked(client))})
    clock.passes(minutes=6)
    assert client.post("/today/my-data", {"form": "json"}).status_code == 401
    wrong = client.post("/account/confirm", {"answer": "{}"})
    assert wrong.status_code == 422
    answer = {"answer": device.shows(asked(client)), "next": "/today/my-data"}
    assert client.post("/account/confirm", answer)["Location"] == "/today/my-data"
    assert client.post("/today/my-data", {"form": "json"}).status_code == 200


@pytest.mark.parametrize(
    ("address", "host", "origin"),
    [
        ("https://twinning.example.eu", "twinning.example.eu", "https://twinning.example.eu"),
        ("https://t.example.eu:8443", "t.example.eu", "https://t.example.eu:8443"),
        ("http://127.0.0.1:8000", "localhost", "http://localhost:8000"),
        ("http://localhost:8000", "localhost", "http://localhost:8000"),
    ],
)
def test_host_and_origin_follow_the_settings(settings, address, host, origin):
    settings.ADDRESS = address
    domain = passkey_domain()
    assert (domain.host, domain.origin) == (host, origin)
