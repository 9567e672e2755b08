"""Relay, BigBlueButton and Jitsi: their documented wire formats behind our door (H8, H9)."""

import hashlib
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs, urlsplit

import pytest
from joserfc import jwt
from joserfc.jwk import OctKey

from opentwinning.workspace.meetings.actions import come, end_meeting, let_in, send_out
from opentwinning.workspace.meetings.adapters import relay
from opentwinning.workspace.meetings.adapters.bigbluebutton import RULES, BigBlueButton
from opentwinning.workspace.meetings.models import Meeting
from tests.cast import ana, ion
from tests.pages import text
from tests.scenes.meetings import Page, a_meeting, at
from tests.scenes.twinspaces import a_twinspace

pytestmark = pytest.mark.django_db
SECRET = "639259d4-9dd8-4b25-bf01-95f9567eaf4b"  # of the example in BigBlueButton's documentation
MADE = 1531155809613


class Bbb(BaseHTTPRequestHandler):
    """Checks the checksum of every call, as BigBlueButton does, and writes the call down."""

    asked: list[tuple[str, dict[str, str]]] = []

    def do_GET(self):
        parts = urlsplit(self.path)
        call = parts.path.rsplit("/", 1)[1]
        query, _, checksum = parts.query.rpartition("checksum=")
        text_ = f"{call}{query.rstrip('&')}{SECRET}".encode()
        if hashlib.sha256(text_).hexdigest() != checksum:
            said = "<returncode>FAILED</returncode><messageKey>checksumError</messageKey>"
        else:
            values = {name: each[0] for name, each in parse_qs(query).items()}
            self.asked.append((call, values))
            said = f"<returncode>SUCCESS</returncode><createTime>{MADE}</createTime>"
        self.send_response(200)
        self.end_headers()
        self.wfile.write(f"<response>{said}</response>".encode())

    def log_message(self, *args):
        pass


@pytest.fixture
def bbb(settings):
    server = ThreadingHTTPServer(("127.0.0.1", 0), Bbb)
    Bbb.asked = []
    Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_address[1]}/bigbluebutton"
    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, bbb_url=address, bbb_secret=SECRET)
    yield Bbb
    server.shutdown()
    server.server_close()


@pytest.fixture
def jitsi(settings):
    settings.ENVIRONMENT = replace(
        settings.ENVIRONMENT, jitsi_url="https://meet.example.org", jitsi_app="ot",
        jitsi_secret="a secret of thirty-two characters",
    )  # fmt: skip


def in_large(scene):
    """A large meeting with Ana inside and Nina let in."""
    meeting = a_meeting(scene, is_large=True)
    come(by=ana().actor, meeting=meeting)
    seat = come(by=scene.nina.actor, meeting=meeting)
    return meeting, seat


def goes(who, meeting):
    return who.post(f"{at(meeting)}elsewhere/")


def test_the_checksum_is_the_one_of_the_documentation():
    """The example of its API reference, which still says SHA-1."""
    service = BigBlueButton("https://x/bigbluebutton", SECRET, algorithm="sha1")
    address = service.signed(
        "create", name="Test Meeting", meetingID="abc123", attendeePW="111222",
        moderatorPW="333444",
    )  # fmt: skip
    assert address.endswith("&checksum=1fcbb0c4fc1f039f73aa6d697d2db9ba7f803f17")


def test_a_relay_credential_is_what_coturn_computes():
    """`echo -n NAME | openssl dgst -sha1 -hmac SECRET -binary | base64`."""
    name, password = relay.credential("north", "sea_1", 1433895918)
    assert name == "1433895918:sea_1"
    assert password == "IGvXpkXQV/dhcPaJVMiJAmI0u8s="


def test_with_a_relay_browsers_use_it_alone(settings):
    settings.ENVIRONMENT = replace(
        settings.ENVIRONMENT, turn_urls=("turn:turn.example.org",), turn_secret="north"
    )
    scene = a_twinspace()
    meeting = a_meeting(scene)
    ways = Page(ana(), meeting, "a").comes()["ways"]
    assert ways["iceTransportPolicy"] == "relay"
    (server,) = ways["iceServers"]
    assert server["urls"] == ["turn:turn.example.org"]
    assert server["username"].endswith(Page(ana(), meeting, "a").seat)
    assert "ways" not in Page(scene.nina, meeting, "n").comes()


def test_large_meetings_are_offered_where_a_service_is():
    page = text(ana().get(f"/spaces/{a_twinspace().ref}/meetings/new/"))
    assert "More than eight screens" not in page


def test_pupils_reach_bigbluebutton_only_after_a_teacher_let_them_in(bbb):
    """H8: before that nobody asks the service for them."""
    scene = a_twinspace()
    assert "More than eight" in text(ana().get(f"/spaces/{scene.ref}/meetings/new/"))
    meeting, seat = in_large(scene)
    assert goes(scene.nina, meeting).status_code == 403
    assert bbb.asked == []
    let_in(by=ana().actor, seat=seat)
    answer = goes(scene.nina, meeting)
    assert answer.status_code == 302
    (call, made), way = bbb.asked[0], urlsplit(answer["Location"])
    assert call == "create"
    assert RULES.items() <= made.items()
    assert made["record"] == "false"
    assert made["lockSettingsDisablePrivateChat"] == "true"
    joined = {name: each[0] for name, each in parse_qs(way.query).items()}
    assert way.path.endswith("/api/join")
    assert joined["role"] == "VIEWER"
    assert joined["createTime"] == str(MADE)
    assert joined["userID"] == seat.ref
    assert joined["fullName"] == seat.member.shown_name
    text_ = f"join{way.query.rpartition('&checksum=')[0]}{SECRET}".encode()
    assert joined["checksum"] == hashlib.sha256(text_).hexdigest()
    teacher = parse_qs(urlsplit(goes(ana(), meeting)["Location"]).query)
    assert teacher["role"] == ["MODERATOR"]


def test_who_is_sent_out_gets_no_new_way_in_and_no_pupil_without_a_teacher(bbb, clock):
    """H9."""
    scene = a_twinspace()
    meeting, seat = in_large(scene)
    let_in(by=ana().actor, seat=seat)
    send_out(by=ana().actor, seat=seat)
    assert goes(scene.nina, meeting).status_code == 403
    let_in(by=ana().actor, seat=seat)
    ana().post(f"{at(meeting)}leave/")
    before = len(bbb.asked)
    assert goes(scene.nina, meeting)["Location"].endswith(at(meeting))
    assert len(bbb.asked) == before


def test_ending_it_ends_it_there_and_the_next_run_is_another_room(bbb):
    scene = a_twinspace()
    meeting, _ = in_large(scene)
    goes(ana(), meeting)
    first = bbb.asked[-1][1]["meetingID"]
    ana().post(f"{at(meeting)}end/")
    assert bbb.asked[-1] == ("end", {"meetingID": first})
    come(by=ana().actor, meeting=Meeting.objects.get())
    goes(ana(), meeting)
    assert bbb.asked[-1][1]["meetingID"] != first


def test_a_service_that_is_not_there_is_said_in_words(settings):
    settings.ENVIRONMENT = replace(
        settings.ENVIRONMENT, bbb_url="http://127.0.0.1:9/bigbluebutton", bbb_secret=SECRET
    )
    scene = a_twinspace()
    meeting, _ = in_large(scene)
    teacher = ana()
    answer = goes(teacher, meeting)
    assert "The video service does not answer." in text(teacher.get(answer["Location"]))


def test_a_token_for_jitsi_is_for_one_person_one_room_and_two_minutes(jitsi, clock):
    scene = a_twinspace()
    meeting, seat = in_large(scene)
    assert goes(scene.nina, meeting).status_code == 403
    let_in(by=ana().actor, seat=seat)
    way = urlsplit(goes(scene.nina, meeting)["Location"])
    assert way.netloc == "meet.example.org"
    key = OctKey.import_key("a secret of thirty-two characters")
    told = jwt.decode(parse_qs(way.query)["jwt"][0], key).claims
    assert way.path == f"/{told['room']}"
    assert told["exp"] - told["iat"] == 120
    assert told["sub"] == "meet.example.org"
    assert told["context"]["user"] == {
        "id": seat.ref, "name": seat.member.shown_name, "moderator": False,
    }  # fmt: skip
    assert told["context"]["features"]["recording"] is False
    end_meeting(by=ana().actor, meeting=meeting)
    come(by=ana().actor, meeting=meeting)
    again = jwt.decode(
        parse_qs(urlsplit(goes(ana(), meeting)["Location"]).query)["jwt"][0], key
    ).claims
    assert again["room"] != told["room"]
    assert again["context"]["user"]["moderator"] is True


def test_a_small_meeting_has_no_way_elsewhere(bbb):
    scene = a_twinspace()
    meeting = a_meeting(scene)
    come(by=ion().actor, meeting=meeting)
    assert goes(ion(), meeting).status_code == 404
