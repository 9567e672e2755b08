"""Reading proofs."""

from opentwinning.people.identity.queries.devices import (
    SEEN_ON,
    Place,
    access_device,
    name_of_browser,
    places_of,
    shown_name,
)
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
from opentwinning.people.identity.queries.rules import (
    Duty,
    access_factor_rule,
    duty_of,
    factor_rules,
    needs_second_factor,
)

__all__ = [
    "SEEN_ON",
    "Domain",
    "Duty",
    "Factors",
    "Place",
    "access_device",
    "access_factor_rule",
    "access_passkey",
    "duty_of",
    "factor_rules",
    "factors_of",
    "has_second_factor",
    "name_of_browser",
    "needs_second_factor",
    "new_key",
    "passkey_domain",
    "passkeys_of",
    "places_of",
    "qr_of",
    "questions_for_making",
    "questions_for_using",
    "shown_name",
    "site_name",
    "step_of_code",
]
