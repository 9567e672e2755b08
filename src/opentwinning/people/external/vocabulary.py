"""Protocols, ways in and limits of external identities."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import pgettext_lazy

from opentwinning.facilities.limits.vocabulary import Limit


class Protocol(StrEnum):
    """How a provider is spoken to."""

    OIDC = "oidc"
    CAS = "cas"


class Ways(StrEnum):
    """Which ways into the site are open (C-11, R-06)."""

    BOTH = "both"
    LOCAL = "local"
    EXTERNAL = "external"


PROTOCOL_LABELS = {
    Protocol.OIDC: pgettext_lazy("external", "OpenID Connect"),
    Protocol.CAS: pgettext_lazy("external", "CAS 3"),
}
WAYS_LABELS = {
    Ways.BOTH: pgettext_lazy("external", "Both: password of this site, or a provider"),
    Ways.LOCAL: pgettext_lazy("external", "Only with a password of this site"),
    Ways.EXTERNAL: pgettext_lazy("external", "Only with a provider"),
}

# Signatures we accept; never "none", never a shared secret (A11).
ALGORITHMS = frozenset(
    {
        "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512",
        "Ed25519",
    }
)  # fmt: skip
LEEWAY = dt.timedelta(seconds=60)  # two clocks never agree
TOKEN_AGE = dt.timedelta(minutes=10)  # an ID token older than this answers nobody's question
FLOW_LIFE = dt.timedelta(minutes=10)  # from leaving to coming back
FLOWS_AT_ONCE = 5  # tabs
KNOWN_LIFE = dt.timedelta(minutes=5)  # a known person who came back signs in within this time
ARRIVAL_LIFE = dt.timedelta(minutes=60)  # a new one has time to decide, and to read a mail

START_LIMITS = (Limit(60, dt.timedelta(minutes=1)), Limit(600, dt.timedelta(hours=1)))  # network
JOIN_LIMITS = (Limit(20, dt.timedelta(hours=1)),)  # wishes of one network that lead to a mail


@dataclass(frozen=True, slots=True)
class Spec:
    """What is needed to talk to one provider."""

    slug: str
    protocol: Protocol
    issuer: str
    client_id: str = ""
    secret: str = ""
    scopes: str = "openid email profile"
    is_internal: bool = False


@dataclass(frozen=True, slots=True)
class Arrival:
    """Who came back from a provider: keyed by issuer and subject, never by address (A9). Whether
    the provider calls the address verified is its word; the operator decides who is believed."""

    slug: str
    issuer: str
    subject: str
    name: str = ""
    email: str = ""
    is_email_verified: bool = False
    next: str = ""  # the path of this site she was on her way to
