"""Reading proofs."""

from opentwinning.people.identity.queries.factors import (
    Factors,
    factors_of,
    has_second_factor,
    new_key,
    qr_of,
    site_name,
    step_of_code,
)
from opentwinning.people.identity.queries.passkeys import (
    Domain,
    access_passkey,
    passkey_domain,
    passkeys_of,
    questions_for_making,
    questions_for_using,
)

__all__ = [
    "Domain",
    "Factors",
    "access_passkey",
    "factors_of",
    "has_second_factor",
    "new_key",
    "passkey_domain",
    "passkeys_of",
    "qr_of",
    "questions_for_making",
    "questions_for_using",
    "site_name",
    "step_of_code",
]
