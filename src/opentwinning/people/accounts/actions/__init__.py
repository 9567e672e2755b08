"""Everything that changes an account."""

from opentwinning.people.accounts.actions.addresses import (
    add_address,
    choose_main_address,
    confirm_address,
    remove_address,
    take_back_address,
)
from opentwinning.people.accounts.actions.arrival import (
    arrive,
    carry_on,
    lead_on,
    remembered,
    renew_session,
)
from opentwinning.people.accounts.actions.capacities import grant_capacity, revoke_capacity
from opentwinning.people.accounts.actions.details import change_language, rename_account
from opentwinning.people.accounts.actions.erasure import (
    announce_erasure,
    erase_account,
    export_account,
    request_erasure,
)
from opentwinning.people.accounts.actions.joining import join_accounts
from opentwinning.people.accounts.actions.mailed_codes import (
    ask_for_code,
    ask_for_proof_code,
    prove_with_mailed_code,
    sign_in_with_code,
)
from opentwinning.people.accounts.actions.passwords import (
    ask_for_reset,
    begin_with_link,
    change_password,
    reset_password,
)
from opentwinning.people.accounts.actions.refusing import suspended_page
from opentwinning.people.accounts.actions.registration import (
    begin_registration,
    create_account,
    finish_registration,
)
from opentwinning.people.accounts.actions.sessions import (
    HalfIn,
    begin_half_session,
    begin_session,
    complete_sign_in,
    half_in,
    record_sign_in,
    sign_in,
    sign_out_everywhere,
)
from opentwinning.people.accounts.actions.suspension import (
    restore_account,
    suspend_account,
)

__all__ = [
    "HalfIn",
    "add_address",
    "announce_erasure",
    "arrive",
    "ask_for_code",
    "ask_for_proof_code",
    "ask_for_reset",
    "begin_half_session",
    "begin_registration",
    "begin_session",
    "begin_with_link",
    "carry_on",
    "change_language",
    "change_password",
    "choose_main_address",
    "complete_sign_in",
    "confirm_address",
    "create_account",
    "erase_account",
    "export_account",
    "finish_registration",
    "grant_capacity",
    "half_in",
    "join_accounts",
    "lead_on",
    "prove_with_mailed_code",
    "record_sign_in",
    "remembered",
    "remove_address",
    "rename_account",
    "renew_session",
    "request_erasure",
    "reset_password",
    "restore_account",
    "revoke_capacity",
    "sign_in",
    "sign_in_with_code",
    "sign_out_everywhere",
    "suspend_account",
    "suspended_page",
    "take_back_address",
]
