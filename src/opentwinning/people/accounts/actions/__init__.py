"""Everything that changes an account."""

from opentwinning.people.accounts.actions.capacities import grant_capacity, revoke_capacity
from opentwinning.people.accounts.actions.passwords import (
    ask_for_reset,
    change_password,
    reset_password,
)
from opentwinning.people.accounts.actions.registration import (
    begin_registration,
    create_account,
    finish_registration,
)
from opentwinning.people.accounts.actions.sessions import (
    change_language,
    sign_in,
    sign_out_everywhere,
)

__all__ = [
    "ask_for_reset",
    "begin_registration",
    "change_language",
    "change_password",
    "create_account",
    "finish_registration",
    "grant_capacity",
    "reset_password",
    "revoke_capacity",
    "sign_in",
    "sign_out_everywhere",
]
