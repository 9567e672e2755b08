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

__all__ = [
    "Factors",
    "factors_of",
    "has_second_factor",
    "new_key",
    "qr_of",
    "site_name",
    "step_of_code",
]
