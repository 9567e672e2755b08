"""Is this ID token really about the person who just came back? (A11)

Everything that does not fit is refused; nothing is repaired. The checks are those of OpenID Connect
Core 3.1.3.7, plus limits of age and length.
"""

import base64
import datetime as dt
import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from joserfc import jws
from joserfc.errors import JoseError
from joserfc.jwk import ECKey, Key, KeySet, OKPKey, RSAKey
from joserfc.jwt import decode

from opentwinning.people.external.vocabulary import ALGORITHMS, LEEWAY, TOKEN_AGE

LONGEST = 16 * 1024  # characters of a token
SMALLEST_RSA = 2048  # bits
HASHES = {"256": hashlib.sha256, "384": hashlib.sha384, "512": hashlib.sha512}


class TokenRefused(Exception):
    """The token proves nothing; the text says why, for the log."""


class KeyUnknown(TokenRefused):
    """Signed with a key that was not published when the keys were fetched."""


@dataclass(frozen=True, slots=True)
class Expected:
    """What an ID token has to say for this one sign-in."""

    issuer: str
    client_id: str
    nonce: str
    algorithms: frozenset[str] = ALGORITHMS
    access_token: str = ""


def verified(token: str, keys: KeySet, expected: Expected, *, at: dt.datetime) -> dict[str, Any]:
    """The claims of a token that is right in every way. Raises ``TokenRefused``."""
    header = _header(token)
    algorithm = str(header.get("alg", ""))
    allowed = expected.algorithms & ALGORITHMS
    if algorithm not in allowed:
        raise TokenRefused(f"algorithm {algorithm!r}")
    key = _key_for(keys, header, algorithm)
    try:
        claims = decode(token, key, algorithms=[algorithm]).claims
    except (JoseError, ValueError, TypeError, KeyError) as problem:
        raise TokenRefused(f"signature: {type(problem).__name__}") from problem
    _check_parties(claims, expected)
    _check_times(claims, at)
    _check_access_token(claims, expected.access_token, algorithm)
    return claims


def usable_keys(published: Mapping[str, Any]) -> KeySet:
    """The keys that may sign: public, asymmetric, not for encryption, not short. Raises
    ``TokenRefused`` when none is left."""
    found: list[Key] = []
    listed = published.get("keys")
    for data in listed if isinstance(listed, list) else []:
        if not isinstance(data, dict) or data.get("use", "sig") != "sig" or _is_short(data):
            continue
        try:
            key = KeySet.import_key_set({"keys": [data]}).keys[0]
        except (JoseError, ValueError, TypeError, KeyError):
            continue
        if isinstance(key, RSAKey):
            if key.public_key.key_size >= SMALLEST_RSA:
                found.append(key)
        elif isinstance(key, ECKey | OKPKey):
            found.append(key)
    if not found:
        raise TokenRefused("no usable key is published")
    return KeySet(found)


def _is_short(data: Mapping[str, Any]) -> bool:
    """An RSA key too short to be looked at; six bits in each letter of its modulus."""
    return data.get("kty") == "RSA" and len(str(data.get("n", ""))) * 6 < SMALLEST_RSA


def _header(token: str) -> dict[str, Any]:
    if len(token) > LONGEST or token.count(".") != 2 or not token.isascii():
        raise TokenRefused("form")
    try:
        header = jws.extract_compact(token.encode()).headers()
    except (JoseError, ValueError, TypeError, KeyError) as problem:
        raise TokenRefused("header") from problem
    if "crit" in header or "b64" in header:
        raise TokenRefused("header asks for extensions")
    return dict(header)


def _key_for(keys: KeySet, header: Mapping[str, Any], algorithm: str) -> Any:
    """The published key the header names. Keys inside the token itself are never looked at."""
    kind = {"R": "RSA", "P": "RSA", "E": "EC"}[algorithm[0]]
    if algorithm == "Ed25519":
        kind = "OKP"
    fitting = [key for key in keys.keys if key.key_type == kind and key.alg in {None, algorithm}]
    kid = header.get("kid")
    if kid is not None:
        fitting = [key for key in fitting if key.kid == kid]
    if len(fitting) != 1:
        raise KeyUnknown("no key" if not fitting else "several keys could be meant")
    return fitting[0]


def _check_parties(claims: Mapping[str, Any], expected: Expected) -> None:
    if claims.get("iss") != expected.issuer:
        raise TokenRefused("iss")
    audience = claims.get("aud")
    several = audience if isinstance(audience, list) else [audience]
    if expected.client_id not in several or not all(isinstance(one, str) for one in several):
        raise TokenRefused("aud")
    if len(several) > 1 and "azp" not in claims:
        raise TokenRefused("azp is missing")
    if "azp" in claims and claims["azp"] != expected.client_id:
        raise TokenRefused("azp")
    subject = claims.get("sub")
    if not isinstance(subject, str) or not 1 <= len(subject) <= 255 or not subject.isprintable():
        raise TokenRefused("sub")
    nonce = claims.get("nonce")
    if not isinstance(nonce, str) or not hmac.compare_digest(
        nonce.encode(), expected.nonce.encode()
    ):
        raise TokenRefused("nonce")


def _check_times(claims: Mapping[str, Any], at: dt.datetime) -> None:
    now, leeway = at.timestamp(), LEEWAY.total_seconds()
    if _moment(claims, "exp") <= now - leeway:
        raise TokenRefused("exp")
    issued = _moment(claims, "iat")
    if issued > now + leeway or issued < now - TOKEN_AGE.total_seconds():
        raise TokenRefused("iat")
    if "nbf" in claims and _moment(claims, "nbf") > now + leeway:
        raise TokenRefused("nbf")


def _moment(claims: Mapping[str, Any], name: str) -> float:
    value = claims.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value < 1e11:
        raise TokenRefused(name)
    return float(value)


def _check_access_token(claims: Mapping[str, Any], access_token: str, algorithm: str) -> None:
    """``at_hash`` binds the access token to the ID token: optional in this flow, never wrong."""
    if "at_hash" not in claims or not access_token:
        return
    digest = HASHES.get(algorithm[-3:], hashlib.sha512)(access_token.encode()).digest()
    half = base64.urlsafe_b64encode(digest[: len(digest) // 2]).rstrip(b"=").decode()
    if not isinstance(claims["at_hash"], str) or not hmac.compare_digest(
        claims["at_hash"].encode(), half.encode()
    ):
        raise TokenRefused("at_hash")
