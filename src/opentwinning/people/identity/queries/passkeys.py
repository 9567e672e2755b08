"""What a browser is asked when a passkey is made or used, and finding passkeys."""

from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

import webauthn
from django.conf import settings
from webauthn.helpers import base64url_to_bytes, options_to_json
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from opentwinning.core.actor import Actor
from opentwinning.core.verdicts import Refused, hidden
from opentwinning.people.accounts.models import Account
from opentwinning.people.identity.models import Passkey


@dataclass(frozen=True, slots=True)
class Domain:
    """The host a passkey belongs to, and the origin its answers must come from."""

    host: str
    origin: str


def passkey_domain() -> Domain:
    """From ``OT_ADDRESS``. A passkey needs a name: a development site at a number is also reached
    at ``localhost``, and there passkeys work."""
    parts = urlsplit(settings.ADDRESS)
    host = parts.hostname or "localhost"
    try:
        ip_address(host)
    except ValueError:
        return Domain(host, f"{parts.scheme}://{parts.netloc}")
    port = f":{parts.port}" if parts.port else ""
    return Domain("localhost", f"{parts.scheme}://localhost{port}")


def passkeys_of(account_id: int) -> list[Passkey]:
    """The passkeys of an account, the oldest first."""
    return list(Passkey.objects.filter(account_id=account_id).order_by("added_at", "pk"))


def access_passkey(actor: Actor, ref: str) -> Passkey:
    """The actor's own passkey; anybody else's does not exist."""
    found = Passkey.objects.filter(ref=ref, account_id=actor.account).first()
    if found is None:
        raise Refused(hidden())
    return found


def questions_for_making(account: Account, challenge: bytes) -> str:
    """What the browser is asked to make a passkey, as JSON. The device must know its owner (finger,
    face, number), so that the key is two proofs in one; keys known already are not made twice."""
    domain = passkey_domain()
    options = webauthn.generate_registration_options(
        rp_id=domain.host,
        rp_name=domain.host,
        user_id=account.ref.encode(),
        user_name=account.email,
        user_display_name=account.name,
        challenge=challenge,
        exclude_credentials=_known(passkeys_of(account.pk)),
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.REQUIRED,
            user_verification=UserVerificationRequirement.REQUIRED,
        ),
    )
    return options_to_json(options)


def questions_for_using(account_id: int | None, challenge: bytes) -> str:
    """What the browser is asked to show a passkey: one of the account's, or any for this site."""
    options = webauthn.generate_authentication_options(
        rp_id=passkey_domain().host,
        challenge=challenge,
        allow_credentials=_known(passkeys_of(account_id)) if account_id else None,
        user_verification=UserVerificationRequirement.REQUIRED,
    )
    return options_to_json(options)


def _known(passkeys: list[Passkey]) -> list[PublicKeyCredentialDescriptor]:
    return [
        PublicKeyCredentialDescriptor(id=base64url_to_bytes(one.credential_id)) for one in passkeys
    ]
