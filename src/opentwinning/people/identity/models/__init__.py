"""What proves who somebody is, beside the password."""

from opentwinning.people.identity.models.codes import Authenticator, RecoveryCode
from opentwinning.people.identity.models.passkey import Passkey

__all__ = ["Authenticator", "Passkey", "RecoveryCode"]
