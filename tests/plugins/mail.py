"""A real mail server on this machine that keeps what it receives."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any, cast

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from tools.launcher.processes import free_port


class Letterbox:
    """The mails that arrived, in order."""

    def __init__(self) -> None:
        """Start empty."""
        self._lock = threading.Lock()
        self._messages: list[EmailMessage] = []
        self.port = 0
        self.refuses = False

    @property
    def url(self) -> str:
        """Return the address for OT_MAIL_URL."""
        return f"smtp://127.0.0.1:{self.port}"

    @property
    def messages(self) -> list[EmailMessage]:
        """Return what has arrived so far."""
        with self._lock:
            return list(self._messages)

    def to(self, address: str) -> list[EmailMessage]:
        """Return the mails one address got."""
        return [mail for mail in self.messages if address in mail["X-Envelope-To"].split(", ")]

    def wait_for(self, address: str, count: int = 1, seconds: float = 15) -> list[EmailMessage]:
        """Wait until an address has that many mails, and return them."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            found = self.to(address)
            if len(found) >= count:
                return found
            time.sleep(0.05)
        raise AssertionError(f"{address} got {len(self.to(address))} of {count} mails.")

    async def handle_DATA(  # noqa: N802 - the server calls it by this name
        self, _server: SMTP, _session: Session, envelope: Envelope
    ) -> str:
        """Keep one mail, or refuse it for now when `refuses` is set."""
        if self.refuses:
            return "451 Come back later"
        mail = message_from_bytes(cast("bytes", envelope.content), policy=policy.default)
        mail["X-Envelope-From"] = envelope.mail_from or ""
        mail["X-Envelope-To"] = ", ".join(envelope.rcpt_tos)
        with self._lock:
            self._messages.append(mail)
        return "250 Kept"


@contextmanager
def post_office() -> Iterator[Letterbox]:
    """Run a mail server on a free port."""
    box = Letterbox()
    box.port = free_port()
    server = Controller(box, hostname="127.0.0.1", port=box.port)
    server.start()
    try:
        yield box
    finally:
        server.stop()


@pytest.fixture
def smtp(settings: Any) -> Iterator[Letterbox]:
    """Let the code under test send through a real mail server; what it sends is kept."""
    with post_office() as box:
        settings.MAILERS = {
            "default": {
                "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
                "OPTIONS": {"host": "127.0.0.1", "port": box.port},
            }
        }
        yield box
