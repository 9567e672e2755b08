"""Facts about organisations."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EducatorAffiliated:
    educator_id: int
    organisation_id: int
