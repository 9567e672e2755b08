"""Everything that changes providers and identities."""

from opentwinning.people.external.actions.identities import (
    connect_identity,
    disconnect_identity,
    drop_newer_identities,
    sign_in_with,
)
from opentwinning.people.external.actions.joining import ask_to_join, begin_account, finish_join
from opentwinning.people.external.actions.providers import save_provider, set_ways

__all__ = [
    "ask_to_join",
    "begin_account",
    "connect_identity",
    "disconnect_identity",
    "drop_newer_identities",
    "finish_join",
    "save_provider",
    "set_ways",
    "sign_in_with",
]
