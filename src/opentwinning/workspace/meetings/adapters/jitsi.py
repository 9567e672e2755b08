"""Jitsi Meet: rooms exist when somebody comes; a signed token opens one (its docs: "Authentication
with JWT"). The token is for one person and one run and opens for two minutes (H8)."""

from dataclasses import dataclass
from typing import ClassVar
from urllib.parse import quote, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import OctKey

from opentwinning.core.clock import now
from opentwinning.workspace.meetings.adapters.guest import Guest
from opentwinning.workspace.meetings.vocabulary import LINK_FOR

NOT_ALLOWED = {"recording": False, "livestreaming": False, "transcription": False}
SHOWN = {
    "config.prejoinConfig.enabled": "false",
    "config.remoteVideoMenu.disablePrivateChat": "true",
    "config.disableDeepLinking": "true",
    "config.disableInviteFunctions": "true",
    "config.startWithAudioMuted": "true",
    "config.startWithVideoMuted": "true",
}


@dataclass(frozen=True, slots=True)
class Jitsi:
    """``url`` such as https://meet.example.org; ``app`` and ``secret`` as its server knows them."""

    url: str
    app: str
    secret: str
    name: ClassVar[str] = "Jitsi"

    def way_in(self, room: str, title: str, guest: Guest, back: str) -> str:
        """The address for one person."""
        return (
            f"{self.url.rstrip('/')}/{quote(room)}?jwt={self.token(room, guest)}#{urlencode(SHOWN)}"
        )

    def token(self, room: str, guest: Guest) -> str:
        """Who she is, for this room alone."""
        moment = int(now().timestamp())
        claims = {
            "iss": self.app,
            "aud": self.app,
            "sub": urlsplit(self.url).hostname or "",
            "room": room,
            "iat": moment,
            "nbf": moment - 30,
            "exp": moment + int(LINK_FOR.total_seconds()),
            "context": {
                "user": {"id": guest.key, "name": guest.name, "moderator": guest.is_teacher},
                "features": NOT_ALLOWED,
            },
        }
        return jwt.encode({"alg": "HS256"}, claims, OctKey.import_key(self.secret))

    def end(self, room: str) -> None:
        """Its rooms end when the last one leaves; nobody can end one from outside."""
