"""Which second proofs an account has, and whether a code of an app is right."""

import hmac
from dataclasses import dataclass
from urllib.parse import urlsplit

import pyotp
import segno
from django.conf import settings

from opentwinning.core.clock import now
from opentwinning.people.identity.models import Authenticator, Passkey, RecoveryCode
from opentwinning.people.identity.queries.passkeys import passkeys_of
from opentwinning.people.identity.vocabulary import DRIFT, STEP


@dataclass(frozen=True, slots=True)
class Factors:
    """The second proofs of one account."""

    authenticator: Authenticator | None
    passkeys: list[Passkey]
    codes_left: int

    @property
    def any(self) -> bool:
        """True when a second proof is asked for after the password. Printed codes alone are none:
        they stand in for another."""
        return self.authenticator is not None or bool(self.passkeys)


def factors_of(account_id: int) -> Factors:
    """What the account has."""
    return Factors(
        authenticator=Authenticator.objects.filter(account_id=account_id).first(),
        passkeys=passkeys_of(account_id),
        codes_left=RecoveryCode.objects.filter(account_id=account_id, used_at=None).count(),
    )


def has_second_factor(account_id: int) -> bool:
    """True when the password alone does not sign in."""
    kinds = (Authenticator, Passkey)
    return any(kind.objects.filter(account_id=account_id).exists() for kind in kinds)


def new_key() -> str:
    """A fresh key for an authenticator app: 160 random bits in base32."""
    return pyotp.random_base32()


def step_of_code(key: str, code: str, *, after: int = 0) -> int | None:
    """The 30-second step a right code belongs to, or None for a wrong one. Codes of the step
    ``after`` and earlier ones count as wrong: each is accepted once (A13). The clock of the
    telephone may be one step off."""
    totp = pyotp.TOTP(key, interval=STEP)
    current = int(now().timestamp()) // STEP
    plain = "".join(char for char in code if char.isdigit())
    found = [
        step
        for step in range(current - DRIFT, current + DRIFT + 1)
        if hmac.compare_digest(totp.generate_otp(step), plain) and step > after
    ]
    return max(found, default=None)


def site_name() -> str:
    """How an app or a device calls this site: its host, which nobody can pretend to be."""
    return urlsplit(settings.ADDRESS).hostname or ""


def qr_of(key: str, *, account: str, issuer: str) -> str:
    """The key as a drawing that an app reads from the screen: an address of the kind ``data:``."""
    address = pyotp.TOTP(key, interval=STEP).provisioning_uri(name=account, issuer_name=issuer)
    drawing: str = segno.make(address, error="m", micro=False).svg_data_uri(
        dark="#000", light="#fff", border=4, scale=5
    )
    return drawing
