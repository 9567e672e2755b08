"""What proves who somebody is, beside the password."""

from opentwinning.people.identity.models.codes import Authenticator, RecoveryCode

__all__ = ["Authenticator", "RecoveryCode"]
