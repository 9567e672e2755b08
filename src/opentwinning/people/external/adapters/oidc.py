"""OpenID Connect, code flow with PKCE: where to send somebody, and who she is when she is back.

What a provider publishes about itself, and its keys, are fetched once an hour.
"""

import base64
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast
from urllib.parse import quote, urlencode

from django.core.cache import cache
from joserfc.jwk import KeySet

from opentwinning.core.clock import now
from opentwinning.core.outgoing import NoAnswer, Reply, checked_url
from opentwinning.people.external.adapters.line import SignInFailed, asked, cache_key
from opentwinning.people.external.adapters.tokens import (
    Expected,
    KeyUnknown,
    TokenRefused,
    usable_keys,
    verified,
)
from opentwinning.people.external.vocabulary import ALGORITHMS, Arrival, Spec

KEPT_FOR = 60 * 60  # seconds
NEW_KEYS_AFTER = 5 * 60  # a token with an unknown key makes us look again, this often at most
JSON = {"Accept": "application/json"}
FORM = {"Content-Type": "application/x-www-form-urlencoded", **JSON}


@dataclass(frozen=True, slots=True)
class Question:
    """The one-time values of one sign-in."""

    state: str
    nonce: str
    verifier: str
    redirect_uri: str
    language: str = "en"


def way_out(spec: Spec, question: Question) -> str:
    """The address of the provider's sign-in page. Raises ``NoAnswer``."""
    digest = hashlib.sha256(question.verifier.encode()).digest()
    wanted = {
        "response_type": "code",
        "client_id": spec.client_id,
        "redirect_uri": question.redirect_uri,
        "scope": spec.scopes,
        "state": question.state,
        "nonce": question.nonce,
        "code_challenge": base64.urlsafe_b64encode(digest).rstrip(b"=").decode(),
        "code_challenge_method": "S256",
        "ui_locales": question.language,
    }
    address = str(discovered(spec)["authorization_endpoint"])
    return address + ("&" if "?" in address else "?") + urlencode(wanted)


def arrival(spec: Spec, question: Question, answer: Mapping[str, str]) -> Arrival:
    """Who came back with this answer. Raises ``NoAnswer``, ``SignInFailed`` or ``TokenRefused``."""
    published = discovered(spec)
    said_by = answer.get("iss")
    if said_by is None and published.get("authorization_response_iss_parameter_supported"):
        raise SignInFailed("the answer does not say whose it is")
    if said_by is not None and said_by != spec.issuer:
        raise SignInFailed("the answer is of another provider")
    given = _exchange(spec, published, question, answer["code"])
    access = given.get("access_token")
    access = access if isinstance(access, str) else ""
    claims = _verified(spec, published, question, str(given["id_token"]), access)
    if access and "email" not in claims:
        claims = {**_user_info(spec, published, access, claims["sub"]), **claims}
    return Arrival(
        slug=spec.slug,
        issuer=spec.issuer,
        subject=claims["sub"],
        name=_text(claims, "name") or _full_name(claims),
        email=_text(claims, "email"),
        is_email_verified=claims.get("email_verified") is True,  # absent is false (A10)
    )


def discovered(spec: Spec, *, anew: bool = False) -> dict[str, Any]:
    """What the provider publishes about itself, when it is who the row says. Raises
    ``NoAnswer``."""
    key = cache_key("about", spec)
    known = None if anew else cache.get(key)
    if isinstance(known, dict):
        return known
    address = f"{spec.issuer.rstrip('/')}/.well-known/openid-configuration"
    published = _json(asked(spec, address, headers=JSON))
    if published.get("issuer") != spec.issuer:
        raise NoAnswer("The provider calls itself by another issuer name.")
    for name in ("authorization_endpoint", "token_endpoint", "jwks_uri"):
        checked_url(str(published.get(name, "")), internal=spec.is_internal)
    cache.set(key, published, KEPT_FOR)
    return published


def keys_of(spec: Spec, published: Mapping[str, Any], *, anew: bool = False) -> KeySet:
    """The provider's signing keys. Raises ``NoAnswer`` or ``TokenRefused``."""
    key = cache_key("keys", spec)
    known = None if anew else cache.get(key)
    if not isinstance(known, dict):
        known = _json(asked(spec, str(published["jwks_uri"]), headers=JSON))
        usable_keys(known)
        cache.set(key, known, KEPT_FOR)
    return usable_keys(known)


def _verified(
    spec: Spec, published: Mapping[str, Any], question: Question, token: str, access: str
) -> dict[str, Any]:
    offered = published.get("id_token_signing_alg_values_supported", ["RS256"])
    expected = Expected(
        issuer=spec.issuer,
        client_id=spec.client_id,
        nonce=question.nonce,
        algorithms=ALGORITHMS & frozenset(offered if isinstance(offered, list) else []),
        access_token=access,
    )
    try:
        return verified(token, keys_of(spec, published), expected, at=now())
    except KeyUnknown:
        if not cache.add(cache_key("new-keys", spec), "1", NEW_KEYS_AFTER):
            raise
        return verified(token, keys_of(spec, published, anew=True), expected, at=now())


def _exchange(
    spec: Spec, published: Mapping[str, Any], question: Question, code: str
) -> dict[str, Any]:
    fields = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": question.redirect_uri,
        "code_verifier": question.verifier,
    }
    headers = dict(FORM)
    methods = published.get("token_endpoint_auth_methods_supported", ["client_secret_basic"])
    if spec.secret and "client_secret_basic" in methods:
        pair = f"{quote(spec.client_id, safe='')}:{quote(spec.secret, safe='')}"
        headers["Authorization"] = f"Basic {base64.b64encode(pair.encode()).decode()}"
    else:
        fields["client_id"] = spec.client_id
        if spec.secret:
            fields["client_secret"] = spec.secret
    reply = asked(
        spec, str(published["token_endpoint"]), headers=headers, body=urlencode(fields).encode()
    )
    given = _json(reply)
    if not isinstance(given.get("id_token"), str):
        raise SignInFailed("the provider gave no ID token")
    return given


def _user_info(
    spec: Spec, published: Mapping[str, Any], access: str, subject: str
) -> dict[str, Any]:
    """Name and address from the second source; {} when there is none, or it is about another."""
    address = published.get("userinfo_endpoint")
    if not isinstance(address, str):
        return {}
    headers = {"Authorization": f"Bearer {access}", **JSON}
    try:
        told = _json(asked(spec, address, headers=headers))
    except (NoAnswer, SignInFailed):
        return {}
    if told.get("sub") != subject:
        raise TokenRefused("userinfo is about somebody else")
    return told


def _json(reply: Reply) -> dict[str, Any]:
    if reply.status != 200:
        raise SignInFailed(f"the provider answers {reply.status}")
    try:
        value = json.loads(reply.body)
    except (ValueError, RecursionError) as problem:
        raise NoAnswer("The provider does not answer in JSON.") from problem
    if not isinstance(value, dict):
        raise NoAnswer("The provider does not answer in JSON.")
    return cast("dict[str, Any]", value)


def _text(claims: Mapping[str, Any], name: str) -> str:
    value = claims.get(name)
    return value if isinstance(value, str) and len(value) <= 254 else ""


def _full_name(claims: Mapping[str, Any]) -> str:
    return f"{_text(claims, 'given_name')} {_text(claims, 'family_name')}".strip()
