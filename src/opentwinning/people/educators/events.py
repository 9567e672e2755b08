"""Facts about educators."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ValidationRequested:
    educator_id: int
    country: str


@dataclass(frozen=True, slots=True)
class EducatorValidated:
    educator_id: int
    account_id: int
    is_renewal: bool = False


@dataclass(frozen=True, slots=True)
class EducatorAsked:
    educator_id: int
    account_id: int
    message: str


@dataclass(frozen=True, slots=True)
class EducatorRefused:
    educator_id: int
    account_id: int
    message: str


@dataclass(frozen=True, slots=True)
class RoleReviewAsked:
    """She was refused for her role; ``told`` are accounts of officers who may look again."""

    educator_id: int
    told: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SchoolChanged:
    """A checked educator works elsewhere now; ``change`` is a ``SchoolChange``."""

    educator_id: int
    account_id: int
    country: str
    change: str


@dataclass(frozen=True, slots=True)
class AmbassadorAppointed:
    """An office wants her as an ambassador."""

    account_id: int
