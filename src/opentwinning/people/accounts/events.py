"""Facts about accounts."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AccountCreated:
    account_id: int


@dataclass(frozen=True, slots=True)
class SignedIn:
    account_id: int
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class AccountRenamed:
    account_id: int
    name: str


@dataclass(frozen=True, slots=True)
class AddressConfirmed:
    """Another address opens the account now (R-25)."""

    account_id: int
    address: str


@dataclass(frozen=True, slots=True)
class MainAddressChanged:
    """Mail goes elsewhere from now on."""

    account_id: int
    address: str


@dataclass(frozen=True, slots=True)
class AddressRemoved:
    """An address opens the account no longer."""

    account_id: int
    address: str


@dataclass(frozen=True, slots=True)
class AccountTakenBack:
    """Whoever reads an old address said that it was not she who changed it: what was added to open
    the account ``since`` then may be a thief's."""

    account_id: int
    since: dt.datetime


@dataclass(frozen=True, slots=True)
class AccountsJoined:
    """Two accounts were one person's (M-11): all rows of ``gone_id`` are ``account_id``'s now, in
    this transaction. Whoever keeps copies or an index makes them anew."""

    account_id: int
    gone_id: int


@dataclass(frozen=True, slots=True)
class AccountSuspended:
    """``by_account_id``: who decided, 0 for the operator's console and the house itself."""

    account_id: int
    ref: str
    at: dt.datetime
    by_account_id: int


@dataclass(frozen=True, slots=True)
class AccountRestored:
    """No longer suspended."""

    account_id: int
    ref: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class AccountErasing:
    """The person is about to be erased, in this transaction: whatever she answers for is handed on
    now, while it can still be found. What listeners write names her nowhere."""

    account_id: int


@dataclass(frozen=True, slots=True)
class AccountErased:
    """The person is gone; ``ref`` goes into the ledger that survives a restore (J9)."""

    account_id: int
    ref: str
    at: dt.datetime
