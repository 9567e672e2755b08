"""Facts about organisations."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EducatorAffiliated:
    educator_id: int
    organisation_id: int


@dataclass(frozen=True, slots=True)
class AffiliationEnded:
    """She no longer works there. A listener may refuse with ``Invalid``."""

    educator_id: int
    account_id: int
    organisation_id: int
