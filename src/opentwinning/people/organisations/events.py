"""Facts about organisations."""

import datetime as dt
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


@dataclass(frozen=True, slots=True)
class SchoolAnswered:
    """Somebody at the school has said whether the educator works there."""

    educator_id: int
    account_id: int
    organisation_id: int


@dataclass(frozen=True, slots=True)
class RegionAsked:
    """A request lies with the officers of a region, whose accounts are ``told``, until a day."""

    educator_id: int
    told: tuple[int, ...]
    until: dt.date


@dataclass(frozen=True, slots=True)
class RegisterLookedThrough:
    """The dry run of a register is over. ``account_id`` is 0 when the command line asked."""

    import_id: int
    ref: str
    country: str
    account_id: int


@dataclass(frozen=True, slots=True)
class RegisterFinished:
    """An import is over: done, or failed with a sentence."""

    import_id: int
    ref: str
    country: str
    account_id: int


@dataclass(frozen=True, slots=True)
class OrganisationsMerged:
    """One record of a school went into another; with ``is_undone``, it came back out."""

    gone_id: int
    kept_id: int
    is_undone: bool = False
