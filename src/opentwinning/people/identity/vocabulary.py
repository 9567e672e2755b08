"""Kinds of proof and their limits."""

import datetime as dt
from enum import StrEnum

from django.utils.translation import pgettext

from opentwinning.core.actor import Role
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


DEVICES_KEPT_FOR = dt.timedelta(days=400)  # after its last sign-in a browser counts as new again

# How a browser calls itself, by a word of its header; the first that fits is it.
SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("CrOS", "ChromeOS"),
    ("Windows", "Windows"),
    ("Mac OS", "macOS"),
    ("Linux", "Linux"),
)
BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)

# Roles a rule can be made for, and those whose rule always stands (A13).
ALWAYS_RULED = (
    Role.OPERATOR,
    Role.CENTRAL_OFFICER,
    Role.NATIONAL_OFFICER,
    Role.REGIONAL_OFFICER,
)
RULED_ROLES = (*ALWAYS_RULED, Role.AMBASSADOR)
LONGEST_PAUSE = dt.timedelta(days=400)


def role_words(role: str) -> str:
    """What people with the role are called on the page of rules."""
    return {
        Role.OPERATOR: pgettext("identity", "Operators of this site"),
        Role.CENTRAL_OFFICER: pgettext("identity", "Officers of the central office"),
        Role.NATIONAL_OFFICER: pgettext("identity", "Officers of a support organisation"),
        Role.REGIONAL_OFFICER: pgettext("identity", "Regional officers"),
        Role.AMBASSADOR: pgettext("identity", "Ambassadors and assessors"),
    }[Role(role)]
