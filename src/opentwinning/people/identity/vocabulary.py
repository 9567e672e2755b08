"""Kinds of proof and their limits."""

import datetime as dt
from enum import StrEnum

from opentwinning.facilities.limits.vocabulary import Limit


class Factor(StrEnum):
    """What is a second proof after the password."""

    APP = "app"  # an authenticator app: a code that changes every 30 seconds
    PASSKEY = "passkey"
    CODE = "code"  # a printed recovery code


STEP = 30  # seconds a code of an app is valid (RFC 6238)
DRIFT = 1  # steps a telephone's clock may be wrong, either way
RECOVERY_CODES = 10
RECOVERY_LENGTH = 12  # characters of an alphabet of 31: about 59 bits
MAX_PASSKEYS = 20
CHALLENGE_LIFE = dt.timedelta(minutes=5)  # in which a device must answer
# A six-digit code has few values: few tries, whatever network they come from (A13).
SECOND_STEP_LIMITS = (Limit(5, dt.timedelta(minutes=1)), Limit(20, dt.timedelta(hours=1)))
