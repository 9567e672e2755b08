"""Everything that changes an account."""

from opentwinning.people.accounts.actions.capacities import grant_capacity, revoke_capacity
from opentwinning.people.accounts.actions.details import change_language, rename_account
from opentwinning.people.accounts.actions.erasure import (
    announce_erasure,
    erase_account,
    export_account,
    request_erasure,
)
from opentwinning.people.accounts.actions.passwords import (
    ask_for_reset,
    begin_with_link,
    change_password,
    reset_password,
)
from opentwinning.people.accounts.actions.registration import (
    begin_registration,
    create_account,
    finish_registration,
)
from opentwinning.people.accounts.actions.sessions import (
    begin_session,
    record_sign_in,
    sign_in,
    sign_out_everywhere,
)

__all__ = [
    "announce_erasure",
    "ask_for_reset",
    "begin_registration",
    "begin_session",
    "begin_with_link",
    "change_language",
    "change_password",
    "create_account",
    "erase_account",
    "export_account",
    "finish_registration",
    "grant_capacity",
    "record_sign_in",
    "rename_account",
    "request_erasure",
    "reset_password",
    "revoke_capacity",
    "sign_in",
    "sign_out_everywhere",
]
