"""Facts about support organisations."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CountryWithoutOfficer:
    """Its last officer went: nobody validates and approves there."""

    country: str


@dataclass(frozen=True, slots=True)
class RegionRenamed:
    """A region has another name; its schools carry the name."""

    country: str
    before: str
    after: str
