"""Facts about support organisations."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CountryWithoutOfficer:
    """Its last officer went: nobody validates and approves there."""

    country: str
