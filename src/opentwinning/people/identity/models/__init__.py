"""What proves who somebody is, beside the password."""

from opentwinning.people.identity.models.codes import Authenticator, RecoveryCode
from opentwinning.people.identity.models.device import Device
from opentwinning.people.identity.models.passkey import Passkey
from opentwinning.people.identity.models.rule import FactorRule

__all__ = ["Authenticator", "Device", "FactorRule", "Passkey", "RecoveryCode"]
