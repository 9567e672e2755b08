"""Web push by the real protocol, to browsers their owner chose (RFC 8030, 8291, 8292; E1, B4)."""

import datetime as dt
import http.server
import json
import threading
from dataclasses import replace

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from joserfc import jwt
from joserfc.jwk import ECKey

from opentwinning.core.notices import AREAS, KINDS, NoticeKind
from opentwinning.core.privacy import Subject, erase
from opentwinning.facilities.jobs.actions import run_due
from opentwinning.facilities.jobs.models import Job
from opentwinning.facilities.jobs.vocabulary import JobState
from opentwinning.facilities.notifications.actions import (
    add_device,
    choose_kinds,
    save_habits,
    tell,
)
from opentwinning.facilities.notifications.adapters import push
from opentwinning.facilities.notifications.models import Notice, PushDevice
from tests import cast

pytestmark = pytest.mark.django_db
DEVICES = "/notices/devices/"


class Browser:
    """What a browser keeps for itself: the key its messages are opened with."""

    def __init__(self):
        self.key = ec.generate_private_key(push.CURVE)
        self.auth = b"sixteen bytes ok"
        point = self.key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        self.point = point
        self.public_key, self.secret = push.encoded(point), push.encoded(self.auth)

    def opened(self, body):
        """RFC 8291 from the other side."""
        salt, size, length = body[:16], int.from_bytes(body[16:20], "big"), body[20]
        sender, record = body[21 : 21 + length], body[21 + length :]
        assert len(record) <= size
        theirs = ec.EllipticCurvePublicKey.from_encoded_point(push.CURVE, sender)
        info = b"WebPush: info\0" + self.point + sender
        shared = _hkdf(self.key.exchange(ec.ECDH(), theirs), self.auth, info, 32)
        key = _hkdf(shared, salt, b"Content-Encoding: aes128gcm\0", 16)
        nonce = _hkdf(shared, salt, b"Content-Encoding: nonce\0", 12)
        plain = AESGCM(key).decrypt(nonce, record, None)
        assert plain.endswith(b"\x02")
        return json.loads(plain[:-1])


def _hkdf(secret, salt, info, length):
    return HKDF(hashes.SHA256(), length=length, salt=salt, info=info).derive(secret)


class Service(http.server.BaseHTTPRequestHandler):
    """A push service on this machine that keeps what it gets."""

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.got.append((self.path, dict(self.headers), body))
        self.send_response(self.server.answer)
        if self.server.answer == 302:
            self.send_header("Location", "http://127.0.0.1/elsewhere")
        self.end_headers()

    def log_message(self, *args):
        """Quietly."""


@pytest.fixture
def service(settings):
    server = http.server.HTTPServer(("127.0.0.1", 0), Service)
    server.got, server.answer = [], 201
    server.address = f"http://127.0.0.1:{server.server_port}"
    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, push_hosts=("127.0.0.1",))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def kinds(monkeypatch):
    monkeypatch.setitem(AREAS, "rivers", "Rivers")
    for key, vital in (("rose", False), ("flood", True)):
        kind = NoticeKind(f"rivers.{key}", "%(river)s rose.", is_vital=vital)
        monkeypatch.setitem(KINDS, kind.key, kind)


@pytest.fixture
def ana(kinds):
    person = cast.ana()
    run_due()
    return person


def added(person, browser, service, path="/p/1", kinds=("rivers.rose",)):
    device = add_device(
        account_id=person.account.pk, name="Phone", endpoint=f"{service.address}{path}",
        public_key=browser.public_key, secret=browser.secret,
    )  # fmt: skip
    choose_kinds(device=device, kinds=list(kinds))
    return device


def happens(person, key="rivers.rose", url="/today/"):
    tell([person.account.pk], key, url=url, river="CANARY Drava")


def test_the_vector_of_the_rfc():
    """RFC 8291, appendix A: the same keys and salt give the same bytes."""
    own = ec.derive_private_key(
        int.from_bytes(push.decoded("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"), "big"),
        push.CURVE,
    )
    sealed = push.encrypted(
        b"When I grow up, I want to be a watermelon",
        public_key=push.decoded(
            "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"
        ),
        secret=push.decoded("BTBZMqHH6r4Tts7J_aSIgg"),
        own=own,
        salt=push.decoded("DGv6ra1nlYgDCS1FRnbzlw"),
    )
    assert push.encoded(sealed) == (
        "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLoc"
        "InmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLV"
        "WGNWQexSgSxsj_Qulcy4a-fN"
    )


def test_a_browser_is_told_that_something_is_new_and_nothing_else(ana, service, clock):
    """Only this browser opens it; a locked screen shows the area, no name and no text."""
    browser = Browser()
    device = added(ana, browser, service)
    happens(ana)
    run_due()
    ((path, headers, body),) = service.got
    notice = Notice.objects.get(kind="rivers.rose")
    assert path == "/p/1"
    assert headers["Content-Encoding"] == "aes128gcm"
    assert (int(headers["TTL"]) > 0, headers["Topic"]) == (True, notice.ref)
    said = browser.opened(body)
    assert said == {
        "title": "Something is new", "body": "Rivers", "tag": notice.ref, "url": "/notices/",
    }  # fmt: skip
    assert b"CANARY" not in body
    device.refresh_from_db()
    assert device.told_at is not None


def test_the_push_service_learns_who_sends(ana, service):
    """RFC 8292: signed with the key the browser was given, for this service, not for long."""
    added(ana, Browser(), service)
    happens(ana)
    run_due()
    scheme, _, rest = service.got[0][1]["Authorization"].partition(" ")
    token, key = (part.partition("=")[2] for part in rest.split(", "))
    assert (scheme, key) == ("vapid", push.application_key())
    point = push.decoded(key)
    public = ECKey.import_key(
        {
            "kty": "EC",
            "crv": "P-256",
            "x": push.encoded(point[1:33]),
            "y": push.encoded(point[33:]),
        }
    )
    claims = jwt.decode(token, public, algorithms=["ES256"]).claims
    assert claims["aud"] == service.address
    left = claims["exp"] - dt.datetime.now(dt.UTC).timestamp()
    assert 0 < left <= 24 * 60 * 60


@pytest.mark.parametrize("status", [404, 410])
def test_a_browser_that_is_gone_is_forgotten(ana, service, status):
    added(ana, Browser(), service)
    service.answer = status
    happens(ana)
    run_due()
    assert not PushDevice.objects.exists()


@pytest.mark.parametrize("status", [302, 429, 503])
def test_a_busy_service_is_asked_again_and_nobody_is_sent_elsewhere(ana, service, status):
    added(ana, Browser(), service)
    service.answer = status
    happens(ana)
    run_due()
    assert len(service.got) == 1
    assert Job.objects.get(kind="notifications.push").state == JobState.QUEUED
    assert PushDevice.objects.exists()


def test_only_the_kinds_she_chose_in_her_times_while_new_and_visible(ana, service, clock):
    """Opt-in by kind; quiet hours hold here too; read or closed things are not told (B4)."""
    device = added(ana, Browser(), service, kinds=["rivers.flood"])
    happens(ana)
    run_due()
    assert not service.got
    choose_kinds(device=device, kinds=["rivers.rose", "rivers.flood"])
    clock.moves_to(dt.datetime(2026, 10, 5, 22, tzinfo=dt.UTC))
    save_habits(account_id=ana.account.pk, paces={}, quiet_nights=True)
    happens(ana)
    happens(ana, "rivers.flood")
    run_due()
    assert len(service.got) == 1
    ana.post("/notices/")
    happens(ana, url="/partners/messages/cnv_nothing")
    clock.passes(days=1)
    run_due()
    assert len(service.got) == 1


@pytest.mark.parametrize(
    "endpoint",
    [
        "http://push.example.org/x",
        "https://user:word@push.example.org/x",
        "javascript:alert(1)",
        "https:///x",
        "https://push.example.org/\u0430",
        "",
    ],
)
def test_only_a_plain_https_address_is_taken(endpoint):
    """E1: what a browser says is not believed."""
    browser = Browser()
    assert not push.fits(endpoint, browser.public_key, browser.secret)
    assert push.fits("https://push.example.org/x", browser.public_key, browser.secret)
    assert not push.fits("https://push.example.org/x", browser.secret, browser.secret)
    assert not push.fits("https://push.example.org/x", browser.public_key, "x")


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]"])
def test_a_private_network_is_never_asked(host):
    """E1: an address of the inside is refused when it is asked, whatever its name said before."""
    browser = Browser()
    with pytest.raises(push.TryLater, match="may not be asked"):
        push.deliver(f"https://{host}/p", browser.public_key, browser.secret, b"{}", topic="ntc_1")


def test_ana_adds_her_phone_chooses_and_removes_it(ana):
    browser = Browser()
    words = {
        "name": "My phone",
        "endpoint": "https://push.example.org/ana",
        "public_key": browser.public_key,
        "secret": browser.secret,
    }
    page = ana.get(DEVICES).content.decode()
    assert f'data-ot-push="{push.application_key()}"' in page
    refused = ana.post(DEVICES, words | {"endpoint": "http://localhost/x"})
    assert refused.status_code == 422
    assert "My phone" in refused.content.decode()
    answer = ana.post(DEVICES, words)
    device = PushDevice.objects.get()
    assert answer["Location"] == f"{DEVICES}{device.ref}"
    assert device.kinds == []
    assert "… rose." in ana.get(f"{DEVICES}{device.ref}").content.decode()
    assert ana.post(f"{DEVICES}{device.ref}", {"rivers": ["x.y"]}).status_code == 422
    ana.post(f"{DEVICES}{device.ref}", {"rivers": ["rivers.rose"]})
    device.refresh_from_db()
    assert device.kinds == ["rivers.rose"]
    marek = cast.marek()
    for url in (f"{DEVICES}{device.ref}", f"{DEVICES}{device.ref}/remove"):
        assert marek.post(url).status_code == 404
    assert "1 kind of notice" in ana.get(DEVICES).content.decode()
    ana.post(f"{DEVICES}{device.ref}/remove")
    assert not PushDevice.objects.exists()


def test_a_browser_belongs_to_who_added_it_last_and_goes_with_its_owner(ana):
    """J3; a computer of the staff room tells the next teacher nothing about the one before."""
    marek, browser = cast.marek(), Browser()
    for person in (ana, marek):
        add_device(
            account_id=person.account.pk, name="PC", endpoint="https://push.example.org/pc",
            public_key=browser.public_key, secret=browser.secret,
        )  # fmt: skip
    assert PushDevice.objects.get().account_id == marek.account.pk
    erase(Subject.EDUCATOR, marek.account.pk)
    assert not PushDevice.objects.exists()


def test_ten_devices_are_enough(ana):
    browser = Browser()
    for number in range(10):
        add_device(
            account_id=ana.account.pk, name="PC", endpoint=f"https://push.example.org/{number}",
            public_key=browser.public_key, secret=browser.secret,
        )  # fmt: skip
    words = {"name": "PC", "endpoint": "https://push.example.org/x"}
    keys = {"public_key": browser.public_key, "secret": browser.secret}
    assert "You have ten devices." in ana.post(DEVICES, words | keys).content.decode()
    assert ana.post(DEVICES, words | keys | {"endpoint": "https://push.example.org/3"}).status_code
    assert PushDevice.objects.count() == 10
