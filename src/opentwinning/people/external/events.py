"""Facts about external identities."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class IdentityLinked:
    """An account got another way in; ``provider`` is its public id."""

    account_id: int
    provider: str


@dataclass(frozen=True, slots=True)
class IdentityUnlinked:
    """An account lost a way in."""

    account_id: int
    provider: str
