"""States and limits of accounts."""

import datetime as dt
from collections.abc import Callable
from enum import StrEnum

from opentwinning.core.places import Place
from opentwinning.facilities.limits.vocabulary import Limit


class AccountState(StrEnum):
    ACTIVE = "active"
    SUSPENDED = "suspended"
    ERASED = "erased"
    JOINED = "joined"  # with another account of the same person, which goes on (M-11)


class TokenPurpose(StrEnum):
    """What a mailed link is for."""

    REGISTER = "register"
    RESET = "reset"
    ADDRESS = "address"  # confirms another address
    TAKE_BACK = "take_back"  # undoes a change of addresses
    CODE = "code"  # no link, but six digits for the browser that asked


LINK_LIFE = dt.timedelta(minutes=60)  # A17
SUSPENDED_SALT = "opentwinning.suspended"  # signs the ticket of a suspended person
CODE_LIFE = dt.timedelta(minutes=10)  # of a code by mail
HALF_LIFE = dt.timedelta(minutes=10)  # between the first proof and the second (A13)
GRACE = dt.timedelta(days=14)  # between the wish to be erased and the erasure
TAKE_BACK_LIFE = dt.timedelta(days=3)  # how long the old address may undo a change
JOIN_LIFE = dt.timedelta(minutes=15)  # between leaving one account and proving the other
THEFT_BEFORE = dt.timedelta(days=1)  # a thief may have begun so long before that change
ADDRESSES = 5  # of one person, with those that wait
UNUSED_FOR = dt.timedelta(days=36 * 365 // 12)  # then the account is erased (J4), at the latest
# Higher apps may say that it is sooner, by rules of the programme.
UNUSED_TERMS: Place[Callable[[], dt.timedelta]] = Place("unused accounts")
LINKS_KEPT_FOR = dt.timedelta(days=30)


# A4: slower with every try, per person and network; a whole school signs in from one network.
SIGN_IN_LIMITS = (Limit(5, dt.timedelta(minutes=1)), Limit(20, dt.timedelta(hours=1)))
NETWORK_LIMITS = (Limit(60, dt.timedelta(minutes=1)), Limit(600, dt.timedelta(hours=1)))
PASSWORD_LIMITS = (Limit(5, dt.timedelta(minutes=1)), Limit(20, dt.timedelta(hours=1)))
CODE_LIMITS = (Limit(5, dt.timedelta(hours=1)),)  # tries of one mailed code
MAIL_LIMITS = (Limit(3, dt.timedelta(hours=1)),)  # mails to one address
ADDRESS_LIMITS = (Limit(10, dt.timedelta(hours=1)),)  # changes of one person's addresses
LINK_LIMITS = (Limit(30, dt.timedelta(hours=1)),)  # tries of mailed links from one network
