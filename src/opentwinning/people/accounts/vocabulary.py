"""States and limits of accounts."""

import datetime as dt
from enum import StrEnum


class AccountState(StrEnum):
    ACTIVE = "active"
    SUSPENDED = "suspended"
    ERASED = "erased"


class TokenPurpose(StrEnum):
    """What a mailed link is for."""

    REGISTER = "register"
    RESET = "reset"


LINK_LIFE = dt.timedelta(minutes=60)  # A17
CODE_LENGTH = 43
