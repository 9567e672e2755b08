"""Facts about proofs."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FactorAdded:
    """``factor`` is a word of ``vocabulary.Factor``; ``label`` a passkey's name."""

    account_id: int
    factor: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class FactorRemoved:
    account_id: int
    factor: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class RecoveryCodeUsed:
    account_id: int
    left: int


@dataclass(frozen=True, slots=True)
class NewDevice:
    """Somebody signed in with a browser that the account did not know; ``name`` may be empty."""

    account_id: int
    ref: str
    name: str


@dataclass(frozen=True, slots=True)
class RecoveryCodesRenewed:
    account_id: int
