"""Reading certificates."""

from opentwinning.people.certificates.queries.lists import (
    access_certificate,
    certificate_by_code,
    certificate_of_cause,
    certificates_of,
)

__all__ = [
    "access_certificate",
    "certificate_by_code",
    "certificate_of_cause",
    "certificates_of",
]
