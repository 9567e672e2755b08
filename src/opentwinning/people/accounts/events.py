"""Facts about accounts."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AccountCreated:
    account_id: int


@dataclass(frozen=True, slots=True)
class AccountErased:
    account_id: int
