"""An identity provider on this machine that says what a test tells it to: OpenID Connect and CAS.

It lies as well as it tells the truth; the certified one plays in the journeys.
"""

import base64
import hashlib
import json
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from joserfc import jwt
from joserfc.jwk import ECKey, RSAKey

from opentwinning.core.actor import SYSTEM
from opentwinning.core.clock import now
from opentwinning.people.external.actions import save_provider
from opentwinning.people.external.models import Provider

CLIENT, SECRET = "opentwinning", "between us: säfe & sound"
RSA = RSAKey.generate_key(2048, {"kid": "rsa-1", "use": "sig"})
EC = ECKey.generate_key("P-256", {"kid": "ec-1", "use": "sig"})
OTHER_RSA = RSAKey.generate_key(2048, {"kid": "rsa-1", "use": "sig"})
PUBLISHED = {"keys": [RSA.as_dict(private=False), EC.as_dict(private=False)]}


def claims_of(issuer: str, nonce: str, /, **changes: Any) -> dict[str, Any]:
    """The claims of a right token, and what a test changes; None takes a claim away."""
    at = changes.pop("at", None) or int(now().timestamp())
    right = {
        "iss": issuer, "sub": "person-1", "aud": CLIENT, "exp": at + 300, "iat": at,
        "nonce": nonce,
    }  # fmt: skip
    return {name: value for name, value in (right | changes).items() if value is not None}


def signed(claims: dict[str, Any], *, key: Any = RSA, **header: Any) -> str:
    """A token; the header says what the key would say unless a test says otherwise."""
    told = {"alg": "ES256" if isinstance(key, ECKey) else "RS256", "kid": key.kid} | header
    told = {name: value for name, value in told.items() if value is not None}
    return jwt.encode(told, claims, key, algorithms=[told["alg"]])


@dataclass
class Line:
    """What was asked, and what will be said."""

    changes: dict[str, Any] = field(default_factory=dict)  # of the claims
    user: dict[str, Any] | None = None  # what userinfo says
    about: dict[str, Any] = field(default_factory=dict)  # of the discovery
    keys: dict[str, Any] = field(default_factory=lambda: PUBLISHED)
    signing: Any = field(default_factory=lambda: RSA)
    token: str = ""  # instead of a right one
    cas: str = ""  # the answer of serviceValidate
    status: int = 200
    at: int = 0  # the server's own thread does not know the clock of a test
    asked: list[str] = field(default_factory=list)
    redeemed: list[dict[str, str]] = field(default_factory=list)
    authorization: list[str] = field(default_factory=list)
    challenges: dict[str, dict[str, str]] = field(default_factory=dict)  # by code


class Answering(BaseHTTPRequestHandler):
    line: Line
    issuer: str

    def log_message(self, *_: Any) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        self.line.asked.append(self.path)
        if path == "/moved":
            self.send_response(302)
            self.send_header("Location", "http://127.0.0.1:9/")
            self.end_headers()
        elif path == "/.well-known/openid-configuration":
            self.say(discovery(self.issuer) | self.line.about)
        elif path == "/keys":
            self.say(self.line.keys)
        elif path == "/me" and self.line.user is not None:
            self.say(self.line.user)
        elif path == "/p3/serviceValidate":
            self.say_text(self.line.cas)
        else:
            self.say({"error": "not here"}, 404)

    def do_POST(self) -> None:
        self.line.asked.append(self.path)
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        sent = {name: values[0] for name, values in parse_qs(body).items()}
        self.line.redeemed.append(sent)
        self.line.authorization.append(self.headers.get("Authorization", ""))
        asked = self.line.challenges.pop(sent.get("code", ""), None)
        digest = hashlib.sha256(sent.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        if asked is None or asked["code_challenge"] != challenge or self.line.status != 200:
            self.say(
                {"error": "invalid_grant"}, 400 if self.line.status == 200 else self.line.status
            )
            return
        claims = claims_of(self.issuer, asked["nonce"], **{"at": self.line.at, **self.line.changes})
        token = self.line.token or signed(claims, key=self.line.signing)
        self.say({"id_token": token, "access_token": "access", "token_type": "Bearer"})

    def say(self, value: Any, status: int = 200) -> None:
        self.say_text(json.dumps(value), status)

    def say_text(self, text: str, status: int = 200) -> None:
        self.send_response(self.line.status if status == 200 else status)
        self.end_headers()
        self.wfile.write(text.encode())


def discovery(issuer: str) -> dict[str, Any]:
    return {
        "issuer": issuer,
        "authorization_endpoint": f"{issuer}/authorize",
        "token_endpoint": f"{issuer}/token",
        "jwks_uri": f"{issuer}/keys",
        "userinfo_endpoint": f"{issuer}/me",
        "id_token_signing_alg_values_supported": ["RS256", "ES256"],
    }


class Elsewhere:
    """The running provider, its row here, and a person who goes there and comes back."""

    def __init__(self) -> None:
        self.line = Line()
        handler = type("Handler", (Answering,), {"line": self.line})
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.issuer = f"http://127.0.0.1:{self.server.server_port}"
        handler.issuer = self.issuer  # type: ignore[attr-defined]
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()

    def row(self, slug: str = "net", protocol: str = "oidc", **details: Any) -> Provider:
        """Its row on this site."""
        values = {
            "protocol": protocol, "issuer": self.issuer, "client_id": CLIENT, "secret": SECRET,
            "labels": {"en": "School Net", "sl": "Šolsko omrežje"}, "is_internal": True,
            "creates_accounts": True,
        }  # fmt: skip
        return save_provider(by=SYSTEM, slug=slug, **(values | details))

    def leaves(self, client: Any, *, slug: str = "net", wish: str = "") -> dict[str, str]:
        """She presses the button; what the provider is asked."""
        answer = client.get(f"/sign-in/with/{slug}", {"next": wish} if wish else {})
        assert answer.status_code == 302, answer.content
        query = parse_qs(urlsplit(answer["Location"]).query)
        return {name: values[0] for name, values in query.items()}

    def comes_back(self, client: Any, asked: dict[str, str], **changes: Any) -> Any:
        """She signed in there; the browser carries the answer."""
        self.line.at = int(now().timestamp())
        code = f"code-{len(self.line.asked)}"
        self.line.challenges[code] = asked
        answer = {"code": code, "state": asked["state"], **changes}
        return client.get("/sign-in/with/net/answer", answer)

    def visits(self, client: Any, *, wish: str = "", **changes: Any) -> Any:
        """There and back; the claims as a test wants them."""
        self.line.changes = changes
        return self.comes_back(client, self.leaves(client, wish=wish))
