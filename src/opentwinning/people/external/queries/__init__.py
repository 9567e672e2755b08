"""Providers, identities and the ways that are open."""

from opentwinning.people.external.queries.identities import (
    access_identity,
    identities_of,
    identity_of,
    is_last_way_in,
    open_join,
)
from opentwinning.people.external.queries.providers import (
    Button,
    access_provider,
    buttons,
    countries_of,
    label_of,
    open_provider,
    providers,
)
from opentwinning.people.external.queries.rules import is_local_door_open, open_ways

__all__ = [
    "Button",
    "access_identity",
    "access_provider",
    "buttons",
    "countries_of",
    "identities_of",
    "identity_of",
    "is_last_way_in",
    "is_local_door_open",
    "label_of",
    "open_join",
    "open_provider",
    "open_ways",
    "providers",
]
