"""Reading accounts."""

from opentwinning.people.accounts.queries.actors import actor_of
from opentwinning.people.accounts.queries.addresses import (
    access_address,
    account_at,
    addresses_of,
    confirmed_addresses,
    waiting_days,
)
from opentwinning.people.accounts.queries.credentials import Proof, password_lets_in, proof_of
from opentwinning.people.accounts.queries.erasure import (
    accounts_due_for_erasure,
    accounts_long_unused,
    was_saved_by_signing_in,
)
from opentwinning.people.accounts.queries.joining import (
    left_account,
    older_first,
    what_stands_against,
)
from opentwinning.people.accounts.queries.lookup import (
    account_of,
    account_with_address,
    accounts_with,
    open_link,
    people_behind,
)
from opentwinning.people.accounts.queries.suspension import (
    running_suspension,
    suspended_account,
    suspensions_over,
)

__all__ = [
    "Proof",
    "access_address",
    "account_at",
    "account_of",
    "account_with_address",
    "accounts_due_for_erasure",
    "accounts_long_unused",
    "accounts_with",
    "actor_of",
    "addresses_of",
    "confirmed_addresses",
    "left_account",
    "older_first",
    "open_link",
    "password_lets_in",
    "people_behind",
    "proof_of",
    "running_suspension",
    "suspended_account",
    "suspensions_over",
    "waiting_days",
    "was_saved_by_signing_in",
    "what_stands_against",
]
