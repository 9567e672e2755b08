"""Everything that changes what proves who somebody is."""

from opentwinning.people.identity.actions.authenticator import (
    add_authenticator,
    remove_authenticator,
)
from opentwinning.people.identity.actions.proving import prove_with_code
from opentwinning.people.identity.actions.recovery import renew_recovery_codes
from opentwinning.people.identity.actions.removing import drop_factors

__all__ = [
    "add_authenticator",
    "drop_factors",
    "prove_with_code",
    "remove_authenticator",
    "renew_recovery_codes",
]
