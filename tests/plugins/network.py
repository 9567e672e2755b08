"""No test talks to another machine: every connection and name look-up outside is refused."""

import ipaddress
import sys

HARMLESS = {"localhost", "testserver", "", None}


class Outside(ConnectionError):
    """A test tried to reach another machine."""


def is_near(host: object) -> bool:
    """Return whether a host is this machine."""
    if isinstance(host, bytes):
        host = host.decode(errors="replace")
    if host in HARMLESS:
        return True
    try:
        return ipaddress.ip_address(str(host)).is_loopback
    except ValueError:
        return False


def refuse(event: str, arguments: tuple[object, ...]) -> None:
    """Audit hook: it also sees what asyncio and C code do, which patching the module would not."""
    if event in {"socket.connect", "socket.sendto"}:
        address = arguments[1]
        if isinstance(address, tuple) and address and not is_near(address[0]):
            raise Outside(f"A test tried to reach {address[0]!r}.")
    elif event == "socket.getaddrinfo" and not is_near(arguments[0]):
        raise Outside(f"A test tried to look up {arguments[0]!r}.")


sys.addaudithook(refuse)
