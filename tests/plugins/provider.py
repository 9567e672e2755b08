"""The fixture `identity_provider`: a certified OpenID Connect provider as a real process."""

import http.client
import json
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import pytest

from tools.launcher import node
from tools.launcher.place import ROOT, environment
from tools.launcher.processes import free_port

FOLDER = ROOT / "tools" / "idp"
PATIENCE = 30.0  # seconds until it must answer
CLIENT, SECRET = "twinning", "only-for-journeys:known+to%everyone&me"
# Names people sign in with there, and what the provider says about them.
PEOPLE = {
    "freja": {"name": "Freja Lund", "email": "freja@school-net.example", "email_verified": True},
    "nina": {"name": "Nina Nova", "email": "nina@example.org", "email_verified": True},
    "thief": {"name": "Freja Lund", "email": "freja@example.org", "email_verified": True},
}


@dataclass
class IdentityProvider:
    """The running provider and what the site needs to know about it."""

    issuer: str
    client_id: str = CLIENT
    secret: str = SECRET


type Start = Callable[[str], IdentityProvider]


@pytest.fixture
def identity_provider() -> Iterator[Start]:
    """Start one that knows a site's address; call it: `provider = identity_provider(uri)`."""
    running: list[subprocess.Popen[bytes]] = []

    def start(redirect_uri: str) -> IdentityProvider:
        port = free_port()
        told: dict[str, Any] = {
            "PORT": str(port),
            "CLIENT_ID": CLIENT,
            "CLIENT_SECRET": SECRET,
            "REDIRECT_URI": redirect_uri,
            "PEOPLE": json.dumps(PEOPLE),
        }
        process = subprocess.Popen(
            ["node", "provider.mjs"],
            cwd=node.filled(FOLDER),
            env=environment(**told),
            stdin=subprocess.DEVNULL,
        )
        running.append(process)
        wait_for(port, process)
        return IdentityProvider(f"http://127.0.0.1:{port}")

    yield start
    for process in running:
        process.kill()
        process.wait()


def wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    """Wait until the provider says who it is."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=2)
        with suppress(OSError):
            connection.request("GET", "/.well-known/openid-configuration")
            if connection.getresponse().status == 200:
                connection.close()
                return
        connection.close()
        time.sleep(0.1)
    raise AssertionError("The identity provider did not start.")
