"""Everything that changes what proves who somebody is."""

from opentwinning.people.identity.actions.authenticator import (
    add_authenticator,
    remove_authenticator,
)
from opentwinning.people.identity.actions.devices import (
    disown_device,
    end_device,
    remember_device,
)
from opentwinning.people.identity.actions.passkeys import (
    add_passkey,
    prove_with_passkey,
    remove_passkey,
    rename_passkey,
)
from opentwinning.people.identity.actions.proving import prove_with_code
from opentwinning.people.identity.actions.recovery import renew_recovery_codes
from opentwinning.people.identity.actions.removing import drop_factors, drop_newer_factors
from opentwinning.people.identity.actions.rules import set_factor_rule

__all__ = [
    "add_authenticator",
    "add_passkey",
    "disown_device",
    "drop_factors",
    "drop_newer_factors",
    "end_device",
    "prove_with_code",
    "prove_with_passkey",
    "remember_device",
    "remove_authenticator",
    "remove_passkey",
    "rename_passkey",
    "renew_recovery_codes",
    "set_factor_rule",
]
