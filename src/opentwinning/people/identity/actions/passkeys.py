"""Passkeys are made, named, used and removed."""

import webauthn
from django.utils.translation import pgettext
from webauthn.helpers import (
    base64url_to_bytes,
    bytes_to_base64url,
    parse_authentication_credential_json,
)
from webauthn.helpers.exceptions import WebAuthnException

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.events import emit
from opentwinning.core.verdicts import Invalid, deny_unless
from opentwinning.people.accounts.models import Account
from opentwinning.people.accounts.vocabulary import AccountState
from opentwinning.people.identity.actions.recovery import first_codes
from opentwinning.people.identity.actions.removing import settle_removal
from opentwinning.people.identity.events import FactorAdded
from opentwinning.people.identity.models import Passkey
from opentwinning.people.identity.policies import may_change_factors
from opentwinning.people.identity.queries import passkey_domain
from opentwinning.people.identity.vocabulary import MAX_PASSKEYS, Factor


@action
def add_passkey(
    *, by: Actor, account: Account, name: str, answer: str, challenge: bytes
) -> list[str]:
    """Take a passkey whose device answered this challenge, for this site. Returns new recovery
    codes to show when the account had none, else nothing."""
    deny_unless(may_change_factors(by, account))
    account = Account.objects.select_for_update().get(pk=account.pk)
    if Passkey.objects.filter(account=account).count() >= MAX_PASSKEYS:
        raise Invalid(pgettext("identity", "You have twenty passkeys. Remove one first."))
    domain = passkey_domain()
    try:
        made = webauthn.verify_registration_response(
            credential=answer,
            expected_challenge=challenge,
            expected_rp_id=domain.host,
            expected_origin=domain.origin,
            require_user_verification=True,
        )
    except (WebAuthnException, ValueError) as problem:
        raise Invalid(
            pgettext("identity", "The device did not make a passkey. Try again.")
        ) from problem
    credential_id = bytes_to_base64url(made.credential_id)
    if Passkey.objects.filter(credential_id=credential_id).exists():
        raise Invalid(pgettext("identity", "This passkey is known already."))
    passkey = Passkey.objects.create(
        account=account,
        name=name,
        credential_id=credential_id,
        public_key=bytes_to_base64url(made.credential_public_key),
        sign_count=made.sign_count,
    )
    note(passkey)
    emit(FactorAdded(account_id=account.pk, factor=Factor.PASSKEY, label=name))
    return first_codes(account)


@action
def rename_passkey(*, by: Actor, passkey: Passkey, name: str) -> None:
    """Call it otherwise."""
    deny_unless(may_change_factors(by, passkey.account))
    passkey.name = name
    passkey.save(update_fields=["name"])


@action
def remove_passkey(*, by: Actor, passkey: Passkey) -> None:
    """It opens nothing any more. The device may still offer it."""
    deny_unless(may_change_factors(by, passkey.account))
    account = Account.objects.select_for_update().get(pk=passkey.account_id)
    note(account, name=passkey.name)
    if Passkey.objects.filter(pk=passkey.pk).delete()[0]:
        settle_removal(account, Factor.PASSKEY, passkey.name)


@action
def prove_with_passkey(
    *, by: Actor, answer: str, challenge: bytes, account_id: int | None = None
) -> Account | None:
    """Whose passkey answered this challenge for this site, or None; with ``account_id`` only hers.
    A count of signatures that did not grow is a copied key and opens nothing. Whoever calls takes
    care that a challenge is answered once."""
    passkey = _passkey_of(answer)
    if passkey is None or (account_id is not None and passkey.account_id != account_id):
        note(outcome="refused")
        return None
    note(passkey.account)
    domain = passkey_domain()
    try:
        shown = webauthn.verify_authentication_response(
            credential=answer,
            expected_challenge=challenge,
            expected_rp_id=domain.host,
            expected_origin=domain.origin,
            credential_public_key=base64url_to_bytes(passkey.public_key),
            credential_current_sign_count=passkey.sign_count,
            require_user_verification=True,
        )
    except (WebAuthnException, ValueError) as problem:
        note(outcome="refused", problem=str(problem)[:200])
        return None
    passkey.sign_count, passkey.last_used_at = shown.new_sign_count, now()
    passkey.save(update_fields=["sign_count", "last_used_at"])
    note(outcome=Factor.PASSKEY)
    return passkey.account


def _passkey_of(answer: str) -> Passkey | None:
    try:
        credential = parse_authentication_credential_json(answer)
    except (WebAuthnException, ValueError):
        return None
    owner = credential.response.user_handle
    found = (
        Passkey.objects.select_for_update(of=("self",))
        .select_related("account")
        .filter(credential_id=bytes_to_base64url(credential.raw_id))
        .filter(account__state=AccountState.ACTIVE)
        .first()
    )
    if found is None or (owner is not None and not _was_made_for(owner, found.account)):
        return None
    return found


def _was_made_for(owner: bytes, account: Account) -> bool:
    """A passkey names the account it was made for, or one that was joined with it since (M-11)."""
    if owner == account.ref.encode():
        return True
    return account.joined_here.filter(ref=owner.decode(errors="replace")).exists()
