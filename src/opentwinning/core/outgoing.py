"""The one way out: requests of ours to a machine somebody named (E1).

The name is resolved here, every address is checked, and the connection goes to a checked address:
a name that answers differently the second time gains nothing. No redirects, no cookies, no proxy
of the environment; one deadline for everything and a limit for what comes back.
"""

import http.client
import ipaddress
import socket
import ssl
import threading
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as TooSlow
from dataclasses import dataclass
from time import monotonic
from typing import Literal
from urllib.parse import SplitResult, urlsplit

type Address = ipaddress.IPv4Address | ipaddress.IPv6Address

SECONDS = 5.0
MAX_BYTES = 256 * 1024
PORTS = {"https": 443, "http": 80}
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
# Looking a name up knows no deadline of its own; a few threads wait for slow answers.
_lookups = ThreadPoolExecutor(max_workers=4, thread_name_prefix="lookup")


class NoAnswer(Exception):
    """Nothing usable came back; the text says why, for the operator."""


@dataclass(frozen=True, slots=True)
class Reply:
    """Status and body of an answer."""

    status: int
    body: bytes


def ask(
    url: str,
    *,
    method: Literal["GET", "POST"] = "GET",
    headers: Mapping[str, str] | None = None,
    body: bytes | None = None,
    internal: bool = False,
    seconds: float = SECONDS,
) -> Reply:
    """Ask a web address. ``internal`` allows private networks and plain HTTP: only for a service
    that an operator has named as one of the own house. Raises ``NoAnswer``."""
    parts = checked_url(url, internal=internal)
    deadline = monotonic() + seconds
    port = parts.port or PORTS[parts.scheme]
    host = parts.hostname or ""
    problem: Exception | None = None
    for address in addresses_of(host, port, internal=internal, seconds=seconds):
        connection = _Connection(host, port, address, parts.scheme == "https", deadline)
        try:
            return connection.exchange(method, _target(parts), dict(headers or {}), body)
        except _NotReached as failure:
            problem = failure
        except (OSError, http.client.HTTPException, ValueError) as failure:
            raise NoAnswer(f"{host}: {type(failure).__name__} {failure}") from failure
    raise NoAnswer(f"{host} is not reached: {problem}") from problem


def checked_url(url: str, *, internal: bool) -> SplitResult:
    """The parts of an address we may ask. Raises ``NoAnswer``."""
    if not url.isascii() or not url.isprintable() or any(c in url for c in ' \\"<>'):
        raise NoAnswer("The address has characters that do not belong there.")
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError as problem:
        raise NoAnswer("This is no web address.") from problem
    if parts.scheme != "https" and not (internal and parts.scheme == "http"):
        raise NoAnswer("The address must begin with https://.")
    if not parts.hostname or parts.username or parts.password or "%" in parts.netloc:
        raise NoAnswer("The address needs a plain host name.")
    return parts


def addresses_of(host: str, port: int, *, internal: bool, seconds: float = SECONDS) -> list[str]:
    """The addresses of a name, when every one of them may be asked. Raises ``NoAnswer``."""
    waiting = _lookups.submit(socket.getaddrinfo, host, port, type=socket.SOCK_STREAM)
    try:
        found = waiting.result(timeout=seconds)
    except (OSError, UnicodeError, TooSlow) as problem:
        raise NoAnswer(f"{host} is not known.") from problem
    addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    for address in addresses:
        if not is_allowed(address, internal=internal):
            raise NoAnswer(f"{host} lies in a network that may not be asked.")
    return addresses


def is_allowed(address: str, *, internal: bool) -> bool:
    """Whether a connection to this address may be opened: the public internet; for services of the
    own house also private networks and this machine, never those of link-local services."""
    try:
        each = [ipaddress.ip_address(address)]
    except ValueError:  # an IPv6 zone, such as fe80::1%eth0
        return False
    each += _inside(each[0])
    if any(one.is_link_local or one.is_multicast or one.is_unspecified for one in each):
        return False
    return internal or all(one.is_global for one in each)


def _inside(address: Address) -> list[Address]:
    """IPv4 addresses written into an IPv6 one; translators unpack them."""
    if isinstance(address, ipaddress.IPv4Address):
        return []
    found: list[Address | None] = [address.ipv4_mapped, address.sixtofour]
    found += address.teredo or ()
    if address in _NAT64:
        found.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    return [one for one in found if one is not None]


def _target(parts: SplitResult) -> str:
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")


class _NotReached(Exception):
    """No connection to this address; another one may do."""


class _Connection:
    """One connection to one checked address, ended by the deadline whatever it is doing."""

    def __init__(self, host: str, port: int, address: str, secure: bool, deadline: float) -> None:  # noqa: FBT001 - private
        self.host, self.port, self.address = host, port, address
        self.secure, self.deadline = secure, deadline

    def exchange(
        self, method: str, target: str, headers: dict[str, str], body: bytes | None
    ) -> Reply:
        """Send the request and read the answer, up to the limit."""
        try:
            plain = socket.create_connection((self.address, self.port), timeout=self._left())
        except OSError as problem:
            raise _NotReached(str(problem)) from problem
        alarm = threading.Timer(self._left(), _end, (plain,))
        alarm.daemon = True
        alarm.start()
        connection = http.client.HTTPConnection(self.host, self.port)
        try:
            connection.sock = self._wrapped(plain)
            sent = {"Accept-Encoding": "identity", "Connection": "close", **headers}
            connection.request(method, target, body=body, headers=sent)
            return self._read(connection.getresponse())
        finally:
            alarm.cancel()
            connection.close()
            plain.close()

    def _wrapped(self, plain: socket.socket) -> socket.socket:
        if not self.secure:
            return plain
        return ssl.create_default_context().wrap_socket(plain, server_hostname=self.host)

    def _read(self, response: http.client.HTTPResponse) -> Reply:
        if 300 <= response.status < 400:
            raise NoAnswer(f"{self.host} sends us elsewhere; we do not follow.")
        body = bytearray()
        while chunk := response.read(min(65536, MAX_BYTES + 1 - len(body))):
            body += chunk
            if len(body) > MAX_BYTES:
                raise NoAnswer(f"{self.host} answers with too much.")
        if monotonic() >= self.deadline:
            raise NoAnswer(f"{self.host} is too slow.")
        return Reply(response.status, bytes(body))

    def _left(self) -> float:
        return max(self.deadline - monotonic(), 0.05)


def _end(plain: socket.socket) -> None:
    """The deadline has passed: whoever reads or writes learns it at once."""
    try:
        plain.shutdown(socket.SHUT_RDWR)
    except OSError:
        plain.close()
