"""The one way out: E1. Whoever names an address gets no further than the public internet."""

import contextlib
import socket
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from opentwinning.core import outgoing
from opentwinning.core.outgoing import MAX_BYTES, NoAnswer, ask, checked_url, is_allowed

INSIDE = [
    "127.0.0.1", "127.1.2.3", "10.0.0.1", "172.16.0.1", "192.168.1.1", "100.64.0.1", "0.0.0.0",
    "169.254.169.254", "224.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1", "::1", "::",
    "fe80::1", "fe80::1%eth0", "fc00::1", "fd12:3456::1", "ff02::1", "::ffff:10.0.0.1",
    "::ffff:127.0.0.1", "::ffff:169.254.169.254", "64:ff9b::10.0.0.1", "64:ff9b::7f00:1",
    "2002:7f00:1::", "2002:a00:1::1", "2001:db8::1",
]  # fmt: skip


@pytest.mark.parametrize("address", INSIDE)
def test_addresses_inside_are_never_asked(address):
    assert not is_allowed(address, internal=False)


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:2800:21f::1", "64:ff9b::5db8:d70e"])
def test_public_addresses_may_be_asked(address):
    assert is_allowed(address, internal=False)


def test_a_service_of_the_own_house_may_be_private_but_never_link_local():
    for address in ("127.0.0.1", "10.0.0.1", "192.168.1.1", "fd12:3456::1", "::1"):
        assert is_allowed(address, internal=True)
    for address in ("169.254.169.254", "fe80::1", "::ffff:169.254.169.254", "224.0.0.1", "0.0.0.0"):
        assert not is_allowed(address, internal=True)


@pytest.mark.parametrize(
    "url",
    [
        "http://id.example.org/",
        "ftp://id.example.org/",
        "file:///etc/passwd",
        "gopher://id.example.org/",
        "https://",
        "https:///path",
        "https://user:password@id.example.org/",
        "https://user@id.example.org/",
        "https://id.example.org:port/",
        "https://id.example.org:99999/",
        "https://[::1/",
        "https://[fe80::1%25eth0]/",
        "https://id.example.org/\r\nHost: evil",
        "https://id.example.org/a b",
        "https://id.example.org\\@evil.example/",
        "https://idé.example.org/",
        "//id.example.org/",
        "id.example.org",
        "",
    ],
)
def test_addresses_that_are_no_plain_web_address_are_refused(url):
    with pytest.raises(NoAnswer):
        checked_url(url, internal=False)


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "2130706433", "0177.0.0.1", "0x7f.1", "127.1", "[::1]"]
)
def test_this_machine_is_not_asked_under_any_of_its_names(host, monkeypatch):
    """Decimal, octal and short forms mean the same machine to the resolver."""
    names = {"2130706433", "0177.0.0.1", "0x7f.1", "127.1"}
    if host in names:  # the network guard of the tests would stop the look-up itself
        monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found("127.0.0.1"))
    with pytest.raises(NoAnswer, match="may not be asked"):
        ask(f"https://{host}/")


def found(*addresses):
    return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 443)) for address in addresses]


def test_one_bad_address_among_good_ones_is_enough(monkeypatch):
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found("93.184.215.14", "10.0.0.1"))
    with pytest.raises(NoAnswer, match="may not be asked"):
        ask("https://two.example.org/")


def test_a_name_that_answers_differently_the_second_time_gains_nothing(monkeypatch):
    """Rebinding: the connection goes to the address that was checked; nobody asks again."""
    asked, reached = [], []

    def look_up(host, *_, **__):
        asked.append(host)
        return found("93.184.215.14") if len(asked) == 1 else found("127.0.0.1")

    def connect(address, timeout):
        reached.append(address)
        raise ConnectionRefusedError("nobody there")

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    monkeypatch.setattr(socket, "create_connection", connect)
    with pytest.raises(NoAnswer, match="not reached"):
        ask("https://rebinding.example.org/")
    assert (asked, reached) == (["rebinding.example.org"], [("93.184.215.14", 443)])


def test_an_unknown_name_is_no_answer(monkeypatch):
    def unknown(*_, **__):
        raise socket.gaierror("unknown")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(NoAnswer, match="not known"):
        ask("https://nobody.example.org/")


class Odd(BaseHTTPRequestHandler):
    """A server with every bad habit."""

    def log_message(self, *_):
        """Say nothing."""

    def do_GET(self):
        if self.path == "/moved":
            self.send_response(302)
            self.send_header("Location", "http://169.254.169.254/latest")
            self.end_headers()
        elif self.path == "/huge":
            self.answer(b"x" * (MAX_BYTES + 1))
        elif self.path == "/as-much-as-allowed":
            self.answer(b"x" * MAX_BYTES)
        elif self.path == "/drip":
            self.drip()
        else:
            self.answer(f"{self.path} {self.headers['Host']}".encode())

    def answer(self, body):
        self.send_response(200)
        self.end_headers()
        with contextlib.suppress(OSError):
            self.wfile.write(body)

    def drip(self):
        """A letter now and then: no single wait is long."""
        self.send_response(200)
        self.end_headers()
        for _ in range(100):
            try:
                self.wfile.write(b"x")
                self.wfile.flush()
            except OSError:
                return
            time.sleep(0.05)


@pytest.fixture(scope="module")
def odd():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Odd)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_an_answer_comes_back(odd):
    reply = ask(f"{odd}/hello?who=me", internal=True)
    host = odd.removeprefix("http://").partition(":")[0]
    assert reply.status == 200
    assert reply.body.decode().startswith(f"/hello?who=me {host}")


def test_the_same_machine_is_refused_when_nobody_named_it_internal(odd):
    with pytest.raises(NoAnswer):
        ask(odd.replace("http://", "https://"))


def test_redirects_are_not_followed(odd):
    with pytest.raises(NoAnswer, match="elsewhere"):
        ask(f"{odd}/moved", internal=True)


def test_too_much_is_cut_off_and_just_enough_is_not(odd):
    with pytest.raises(NoAnswer, match="too much"):
        ask(f"{odd}/huge", internal=True)
    assert len(ask(f"{odd}/as-much-as-allowed", internal=True).body) == MAX_BYTES


def test_a_server_that_drips_is_left_at_the_deadline(odd):
    """One deadline for everything: no letter now and then keeps us waiting."""
    began = time.monotonic()
    with pytest.raises(NoAnswer):
        ask(f"{odd}/drip", internal=True, seconds=0.4)
    assert time.monotonic() - began < 2


def test_a_silent_server_is_left_at_the_deadline():
    with socket.create_server(("127.0.0.1", 0)) as silent:
        began = time.monotonic()
        with pytest.raises(NoAnswer):
            ask(f"http://127.0.0.1:{silent.getsockname()[1]}/", internal=True, seconds=0.4)
        assert time.monotonic() - began < 2


def test_a_slow_look_up_is_left_at_the_deadline(monkeypatch):
    ended = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: ended.wait(5))
    began = time.monotonic()
    with pytest.raises(NoAnswer, match="not known"):
        outgoing.addresses_of("slow.example.org", 443, internal=False, seconds=0.2)
    ended.set()
    assert time.monotonic() - began < 2


def test_encryption_is_checked(odd):
    """A server without a certificate of its own name is no answer."""
    with pytest.raises(NoAnswer):
        ask(odd.replace("http://", "https://"), internal=True, seconds=2)
