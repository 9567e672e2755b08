"""Where people may have an account already."""

from django.db import models
from django.utils.translation import get_language

from opentwinning.core.clock import now
from opentwinning.core.ids import RefField
from opentwinning.core.sealing import unseal
from opentwinning.people.external.vocabulary import PROTOCOL_LABELS, Protocol, Spec, Ways


class Provider(models.Model):
    """An OpenID Connect provider or a CAS server; a row an operator edits."""

    ref = RefField(prefix="idp")
    # Stands in the address the provider knows as ours, so it never changes.
    slug = models.SlugField(max_length=40, unique=True)
    protocol = models.CharField(max_length=8, default=Protocol.OIDC)
    issuer = models.CharField(max_length=300)
    client_id = models.CharField(max_length=200, blank=True)
    sealed_secret = models.TextField(blank=True)
    scopes = models.CharField(max_length=200, default="openid email profile")
    labels = models.JSONField(default=dict)  # language → what the button says
    countries = models.JSONField(default=list)  # [] = people of every country
    creates_accounts = models.BooleanField(default=False)
    trusts_email = models.BooleanField(default=False)
    is_internal = models.BooleanField(default=False)  # lies in our own network
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(default=now)

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        """Its name for the reader; in English or any language when hers is missing."""
        known = {code: text for code, text in self.labels.items() if text}
        first = next(iter(known.values()), self.slug)
        return str(known.get(get_language() or "en") or known.get("en") or first)

    @property
    def protocol_label(self) -> str:
        """What the protocol is called."""
        return str(PROTOCOL_LABELS[Protocol(self.protocol)])

    @property
    def spec(self) -> Spec:
        """What is needed to talk to it. Raises ``Unreadable`` when the secret is lost."""
        return Spec(
            slug=self.slug,
            protocol=Protocol(self.protocol),
            issuer=self.issuer,
            client_id=self.client_id,
            secret=unseal(self.sealed_secret) if self.sealed_secret else "",
            scopes=self.scopes,
            is_internal=self.is_internal,
        )


class SignInRules(models.Model):
    """One row: which ways into the site are open (C-11)."""

    ways = models.CharField(max_length=10, default=Ways.BOTH)

    def __str__(self) -> str:
        return self.ways
