"""Providers, the identities people have there, and what waits for a mail."""

from opentwinning.people.external.models.identity import Identity, PendingJoin
from opentwinning.people.external.models.provider import Provider, SignInRules

__all__ = ["Identity", "PendingJoin", "Provider", "SignInRules"]
