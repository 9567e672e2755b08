"""A11: forty tokens that are almost right. Every one is refused, each for its own reason."""

import base64
import datetime as dt
import hashlib
import hmac
import json

import pytest
from joserfc import jws, jwt
from joserfc.jwk import ECKey, KeySet, OctKey, OKPKey, RSAKey

from opentwinning.core.clock import now
from opentwinning.people.external.adapters.tokens import (
    Expected,
    KeyUnknown,
    TokenRefused,
    usable_keys,
    verified,
)
from tests.people.external.provider import (
    CLIENT,
    EC,
    OTHER_RSA,
    PUBLISHED,
    RSA,
    claims_of,
    signed,
)

ISSUER, NONCE = "https://id.example.org", "nonce-of-this-sign-in"
EXPECTED = Expected(issuer=ISSUER, client_id=CLIENT, nonce=NONCE, access_token="access")
STRANGER = ECKey.generate_key("P-256", {"kid": "ec-1"})
ED = OKPKey.generate_key("Ed25519", {"kid": "ed-1"})


def right(**changes):
    return claims_of(ISSUER, NONCE, **changes)


def said(**seconds):
    """A moment so many seconds from now."""
    return int((now() + dt.timedelta(**seconds)).timestamp())


def moment(value):
    """A moment is told when the test runs, not when it is read."""
    return said(**value) if isinstance(value, dict) else value


def packed(value):
    return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()


def with_header(**header):
    """A right token whose header was rewritten afterwards."""
    _, payload, signature = signed(right()).split(".")
    return f"{packed({'alg': 'RS256', 'kid': 'rsa-1'} | header)}.{payload}.{signature}"


def with_payload(**claims):
    """A right token whose claims were rewritten afterwards."""
    header, _, signature = signed(right()).split(".")
    return f"{header}.{packed(right(**claims))}.{signature}"


def without_signature():
    return f"{packed({'alg': 'none'})}.{packed(right())}."


def signed_with_the_public_key():
    """The oldest trick: the published key taken as a shared secret."""
    said_so = f"{packed({'alg': 'HS256', 'kid': 'rsa-1'})}.{packed(right())}"
    digest = hmac.digest(RSA.as_pem(private=False), said_so.encode(), "sha256")
    return f"{said_so}.{base64.urlsafe_b64encode(digest).rstrip(b'=').decode()}"


def signed_with_the_client_secret():
    secret = OctKey.import_key("a secret of thirty-two characters!")
    return jwt.encode({"alg": "HS256"}, right(), secret, algorithms=["HS256"])


def with_its_own_key():
    """The key comes along inside the token."""
    own = OTHER_RSA.as_dict(private=False)
    return signed(right(), key=OTHER_RSA, jwk=own)


def signed_text(text):
    return jws.serialize_compact({"alg": "RS256", "kid": "rsa-1"}, text, RSA)


MUTATED = {
    # the signature
    "no signature at all": without_signature,
    "alg none, signature kept": lambda: with_header(alg="none"),
    "alg None in capitals": lambda: with_header(alg="NONE"),
    "alg missing": lambda: with_header(alg=None),
    "alg is a list": lambda: with_header(alg=["RS256"]),
    "the public key as a shared secret": signed_with_the_public_key,
    "the client secret as a key": signed_with_the_client_secret,
    "signed by a stranger under a known key id": lambda: signed(right(), key=OTHER_RSA),
    "signed by a stranger's curve": lambda: signed(right(), key=STRANGER),
    "its own key inside": with_its_own_key,
    "its key at an address it names": lambda: signed(
        right(), key=OTHER_RSA, jku="https://evil.example/keys"
    ),
    "an unknown key id": lambda: signed(right(), kid="rsa-9"),
    "no key id where two could be meant": lambda: signed(right(), kid=None),
    "a key of another kind": lambda: with_header(alg="ES256", kid="rsa-1"),
    "an algorithm nobody offered": lambda: jwt.encode(
        {"alg": "Ed25519", "kid": "ed-1"}, right(), ED, algorithms=["Ed25519"]
    ),
    "one bit of the signature changed": lambda: signed(right())[:-6] + "AAAAAA",
    "the signature cut off": lambda: signed(right()).rpartition(".")[0] + ".",
    "claims rewritten afterwards": lambda: with_payload(sub="person-2"),
    "a critical extension": lambda: with_header(crit=["exp"]),
    "an unencoded payload": lambda: with_header(b64=False, crit=["b64"]),
    # the form
    "two parts": lambda: signed(right()).rpartition(".")[0],
    "five parts, encrypted": lambda: "a.b.c.d.e",
    "nothing": lambda: "",
    "no JSON": lambda: signed_text("no JSON at all"),
    "a list of claims": lambda: signed_text("[1, 2, 3]"),
    "far too long": lambda: signed(right(padding="x" * 20_000)),
    # who speaks, to whom, about whom
    "another issuer": lambda: signed(right(iss="https://evil.example")),
    "the issuer with a slash": lambda: signed(right(iss=f"{ISSUER}/")),
    "no issuer": lambda: signed(right(iss=None)),
    "for another client": lambda: signed(right(aud="another-client")),
    "for nobody": lambda: signed(right(aud=None)),
    "for a list without us": lambda: signed(right(aud=["one", "two"], azp="one")),
    "for two without saying who asked": lambda: signed(right(aud=[CLIENT, "another"])),
    "asked for by another": lambda: signed(right(aud=[CLIENT, "another"], azp="another")),
    "asked for by another, alone": lambda: signed(right(azp="another")),
    "about nobody": lambda: signed(right(sub=None)),
    "about an empty name": lambda: signed(right(sub="")),
    "about a number": lambda: signed(right(sub=7)),
    "about a name too long to keep": lambda: signed(right(sub="x" * 256)),
    "about a name with a line break": lambda: signed(right(sub="person\n1")),
    # for this one sign-in
    "another nonce": lambda: signed(right(nonce="nonce-of-another-sign-in")),
    "no nonce": lambda: signed(right(nonce=None)),
    "the nonce in a list": lambda: signed(right(nonce=[NONCE])),
    "another access token": lambda: signed(right(at_hash="AAAAAAAAAAAAAAAAAAAAAA")),
    # when
    "expired": lambda: signed(right(exp=said(seconds=-61))),
    "never expires": lambda: signed(right(exp=None)),
    "expires in words": lambda: signed(right(exp="tomorrow")),
    "expires as a yes": lambda: signed(right(exp=True)),
    "issued in the future": lambda: signed(right(iat=said(seconds=90))),
    "issued an hour ago": lambda: signed(right(iat=said(hours=-1))),
    "issued never": lambda: signed(right(iat=None)),
    "not valid yet": lambda: signed(right(nbf=said(seconds=90))),
}


def test_there_are_forty_at_least():
    assert len(MUTATED) >= 40


@pytest.mark.parametrize("how", MUTATED)
def test_an_almost_right_token_is_refused(how):
    token = MUTATED[how]()
    expected = Expected(
        issuer=ISSUER,
        client_id=CLIENT,
        nonce=NONCE,
        algorithms=frozenset({"RS256", "ES256"}),
        access_token="access",
    )
    with pytest.raises(TokenRefused):
        verified(token, two_of_a_kind(how), expected, at=now())


def two_of_a_kind(how):
    """The published keys; where a missing key id matters, two keys of one kind."""
    more = [RSAKey.generate_key(2048, {"kid": "rsa-2"})] if "two could" in how else []
    return usable_keys({"keys": [*PUBLISHED["keys"], *(k.as_dict(private=False) for k in more)]})


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"aud": [CLIENT]},
        {"aud": [CLIENT, "another"], "azp": CLIENT},
        {"exp": {"seconds": -30}, "iat": {"seconds": -300}},  # two clocks never agree
        {"iat": {"seconds": 30}},
        {"email_verified": False},
    ],
)
def test_a_right_token_is_accepted(changes):
    """The controls: without them a checker that refuses everything would pass."""
    for key in (RSA, EC):
        token = signed(right(**{n: moment(v) for n, v in changes.items()}), key=key)
        assert verified(token, usable_keys(PUBLISHED), EXPECTED, at=now())["sub"] == "person-1"


def test_the_hash_of_the_access_token_is_compared():
    half = hashlib.sha256(b"access").digest()[:16]
    token = signed(right(at_hash=base64.urlsafe_b64encode(half).rstrip(b"=").decode()))
    assert verified(token, usable_keys(PUBLISHED), EXPECTED, at=now())


def test_other_modern_signatures_are_understood():
    """ES256, PS256 and Ed25519 as well as RS256."""
    keys = usable_keys({"keys": [ED.as_dict(private=False), RSA.as_dict(private=False)]})
    for algorithm, key in (("Ed25519", ED), ("PS256", RSA)):
        token = jwt.encode({"alg": algorithm, "kid": key.kid}, right(), key, algorithms=[algorithm])
        assert verified(token, keys, EXPECTED, at=now())


def test_an_unknown_key_is_told_apart():
    """Only then are the keys fetched anew."""
    with pytest.raises(KeyUnknown):
        verified(signed(right(), kid="rsa-9"), usable_keys(PUBLISHED), EXPECTED, at=now())


def short_modulus():
    from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key

    number = generate_private_key(65537, 1024).public_key().public_numbers().n
    return base64.urlsafe_b64encode(number.to_bytes(128)).rstrip(b"=").decode()


@pytest.mark.parametrize(
    "published",
    [
        {},
        {"keys": "none"},
        {"keys": []},
        {"keys": [OctKey.import_key("a secret of thirty-two characters!").as_dict(private=True)]},
        {"keys": [RSA.as_dict(private=False) | {"use": "enc"}]},
        {"keys": [RSA.as_dict(private=False) | {"n": short_modulus()}]},
        {"keys": [{"kty": "RSA", "n": "!!", "e": "AQAB"}, {"kty": "XX"}, 7]},
    ],
    ids=["nothing", "no list", "empty", "shared secret", "encryption", "short", "broken"],
)
def test_keys_that_may_not_sign_are_left_out(published):
    with pytest.raises(TokenRefused):
        usable_keys(published)


def test_a_broken_key_does_not_spoil_the_others():
    found = usable_keys({"keys": [{"kty": "XX"}, 7, *PUBLISHED["keys"]]})
    assert isinstance(found, KeySet)
    assert [key.kid for key in found.keys] == ["rsa-1", "ec-1"]
