"""Web push: RFC 8030 (delivery), RFC 8188 and 8291 (encryption), RFC 8292 (who sends).

Written on ``cryptography``, since it is little and the libraries for it bring HTTP clients of their
own, while every request of ours leaves by ``core.outgoing`` (E1). RFC 8291's vectors prove it.
"""

import base64
import hashlib
import json
import os
from functools import cache
from urllib.parse import urlsplit

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.conf import settings

from opentwinning.core.clock import now
from opentwinning.core.outgoing import NoAnswer, ask, checked_url

CURVE = ec.SECP256R1()
_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
RECORD = 4096  # bytes of the one record a message is
POINT, SECRET, SALT = 65, 16, 16  # bytes
DAY = 24 * 60 * 60
VALID_FOR = 12 * 60 * 60  # seconds; push services take at most a day
GONE = frozenset({404, 410})
TRY_LATER = frozenset({408, 429})


class TryLater(Exception):
    """The push service is busy or out of reach: the job tries again."""


def encoded(raw: bytes) -> str:
    """Base64 for addresses, without padding."""
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def decoded(text: str) -> bytes:
    """The bytes again; raises ``ValueError`` for what is none."""
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def fits(endpoint: str, public_key: str, secret: str) -> bool:
    """Whether a browser's subscription is one we may and can send to."""
    try:
        checked_url(endpoint, internal=_is_known(endpoint))
        point, auth = decoded(public_key), decoded(secret)
        ec.EllipticCurvePublicKey.from_encoded_point(CURVE, point)
    except (NoAnswer, ValueError):
        return False
    return len(point) == POINT and len(auth) == SECRET


def deliver(endpoint: str, public_key: str, secret: str, message: bytes, *, topic: str) -> bool:
    """Hand one message to the push service; False when the browser is gone for good. ``topic``: a
    later message with it replaces an earlier one. Raises ``TryLater``."""
    headers = {
        "Authorization": f"vapid t={_voucher(endpoint)}, k={application_key()}",
        "Content-Encoding": "aes128gcm",
        "Content-Type": "application/octet-stream",
        "TTL": str(DAY),
        "Topic": topic,
        "Urgency": "normal",
    }
    body = encrypted(message, public_key=decoded(public_key), secret=decoded(secret))
    try:
        reply = ask(
            endpoint, method="POST", headers=headers, body=body, internal=_is_known(endpoint)
        )
    except NoAnswer as problem:
        raise TryLater(str(problem)) from problem
    if reply.status in TRY_LATER or reply.status >= 500:
        raise TryLater(f"{urlsplit(endpoint).hostname} answers {reply.status}.")
    return reply.status not in GONE


def encrypted(
    message: bytes,
    *,
    public_key: bytes,
    secret: bytes,
    own: ec.EllipticCurvePrivateKey | None = None,
    salt: bytes = b"",
) -> bytes:
    """A message only that browser reads (RFC 8291): header and one record of RFC 8188. ``own`` and
    ``salt`` are new for each message; tests give those of the RFC."""
    own, salt = own or ec.generate_private_key(CURVE), salt or os.urandom(SALT)
    theirs = ec.EllipticCurvePublicKey.from_encoded_point(CURVE, public_key)
    point = _point(own)
    info = b"WebPush: info\0" + public_key + point
    shared = _derived(own.exchange(ec.ECDH(), theirs), secret, info, 32)
    key = _derived(shared, salt, b"Content-Encoding: aes128gcm\0", 16)
    nonce = _derived(shared, salt, b"Content-Encoding: nonce\0", 12)
    record = AESGCM(key).encrypt(nonce, message + b"\x02", None)
    return salt + RECORD.to_bytes(4, "big") + bytes([len(point)]) + point + record


def application_key() -> str:
    """Our public key as browsers want it: a subscription belongs to it."""
    return encoded(_point(_key(settings.SECRET_KEY)))


def _voucher(endpoint: str) -> str:
    """A signed word for the push service that it is us (RFC 8292)."""
    parts = urlsplit(endpoint)
    claims = {
        "aud": f"{parts.scheme}://{parts.netloc}",
        "exp": int(now().timestamp()) + VALID_FOR,
        "sub": settings.ADDRESS,
    }
    head = {"typ": "JWT", "alg": "ES256"}
    signed = ".".join(encoded(json.dumps(part).encode()) for part in (head, claims))
    signature = _key(settings.SECRET_KEY).sign(signed.encode(), ec.ECDSA(hashes.SHA256()))
    numbers = b"".join(number.to_bytes(32, "big") for number in decode_dss_signature(signature))
    return f"{signed}.{encoded(numbers)}"


@cache
def _key(of_installation: str) -> ec.EllipticCurvePrivateKey:
    """Made of the installation's key, so that there is nothing more to keep; with another one,
    browsers are asked anew."""
    digest = hashlib.blake2b(of_installation.encode(), digest_size=48, person=b"opentwin.webpush")
    number = int.from_bytes(digest.digest(), "big") % (_ORDER - 1) + 1
    return ec.derive_private_key(number, CURVE)


def _point(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


def _derived(secret: bytes, salt: bytes, info: bytes, length: int) -> bytes:
    return HKDF(hashes.SHA256(), length=length, salt=salt, info=info).derive(secret)


def _is_known(endpoint: str) -> bool:
    """True for a push service of the own house that the operator named."""
    return urlsplit(endpoint).hostname in settings.ENVIRONMENT.push_hosts
