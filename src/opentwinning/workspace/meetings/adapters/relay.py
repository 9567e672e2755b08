"""Where browsers find each other: STUN and TURN, with credentials that end by themselves.

The credential is the one that coturn calls "TURN REST API": the name is the moment it ends and
whose it is, the password its HMAC with the shared secret. With a relay, browsers are told to use it
alone, so that nobody learns the network address of a pupil.
"""

import base64
import hashlib
import hmac
from typing import Any

from django.conf import settings

from opentwinning.core.clock import now
from opentwinning.workspace.meetings.vocabulary import TURN_FOR


def credential(secret: str, whose: str, ends: int) -> tuple[str, str]:
    """Name and password for one seat until ``ends`` (seconds since 1970)."""
    name = f"{ends}:{whose}"
    digest = hmac.new(secret.encode(), name.encode(), hashlib.sha1).digest()
    return name, base64.b64encode(digest).decode()


def ways(whose: str) -> dict[str, Any]:
    """What ``RTCPeerConnection`` is made with."""
    env = settings.ENVIRONMENT
    servers: list[dict[str, Any]] = [{"urls": list(env.stun_urls)}] if env.stun_urls else []
    if env.turn_urls and env.turn_secret:
        ends = int((now() + TURN_FOR).timestamp())
        name, password = credential(env.turn_secret, whose, ends)
        relay = {"urls": list(env.turn_urls), "username": name, "credential": password}
        return {"iceServers": [relay], "iceTransportPolicy": "relay"}
    return {"iceServers": servers}
