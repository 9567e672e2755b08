"""A device that makes and shows passkeys, in plain Python: what a browser would send."""

import hashlib
import json
import secrets
from dataclasses import dataclass, field
from typing import Any

import cbor2
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from webauthn.helpers import bytes_to_base64url as text

ORIGIN = "http://testserver"
PRESENT, VERIFIED, HAS_KEY = 0x01, 0x04, 0x40


@dataclass
class Device:
    """One key; ``count`` is how often it has signed."""

    count: int = 0
    origin: str = ORIGIN
    flags: int = PRESENT | VERIFIED
    key: ec.EllipticCurvePrivateKey = field(
        default_factory=lambda: ec.generate_private_key(ec.SECP256R1())
    )
    key_id: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    owner: bytes = b""

    def makes(self, questions: dict[str, Any]) -> str:
        """The answer to ``navigator.credentials.create``."""
        self.owner = questions["user"]["id"].encode()
        client = self._client("webauthn.create", questions)
        host = questions["rp"]["id"]
        numbers = self.key.public_key().public_numbers()
        public = {1: 2, 3: -7, -1: 1, -2: numbers.x.to_bytes(32), -3: numbers.y.to_bytes(32)}
        known = bytes(16) + len(self.key_id).to_bytes(2) + self.key_id + cbor2.dumps(public)
        data = self._data(host, HAS_KEY) + known
        made = cbor2.dumps({"fmt": "none", "attStmt": {}, "authData": data})
        return self._answer({"clientDataJSON": text(client), "attestationObject": text(made)})

    def shows(self, questions: dict[str, Any], **changes: str) -> str:
        """The answer to ``navigator.credentials.get``."""
        self.count += 1
        client = self._client("webauthn.get", questions)
        data = self._data(questions["rpId"], 0)
        signed = data + hashlib.sha256(client).digest()
        parts = {
            "clientDataJSON": text(client),
            "authenticatorData": text(data),
            "signature": text(self.key.sign(signed, ec.ECDSA(hashes.SHA256()))),
            "userHandle": self.owner.decode(),
        }
        return self._answer(parts | changes)

    def _client(self, kind: str, questions: dict[str, Any]) -> bytes:
        said = {"type": kind, "challenge": questions["challenge"], "origin": self.origin}
        return json.dumps(said).encode()

    def _data(self, host: str, more: int) -> bytes:
        flags = (self.flags | more).to_bytes(1)
        return hashlib.sha256(host.encode()).digest() + flags + self.count.to_bytes(4)

    def _answer(self, response: dict[str, str]) -> str:
        name = text(self.key_id)
        return json.dumps({
            "id": name, "rawId": name, "type": "public-key", "response": response,
            "clientExtensionResults": {},
        })  # fmt: skip
