"""The ledger: one row per action, chained by hash (J6, J7)."""

from opentwinning.facilities.audit.models.entry import ChainHead, LedgerEntry

__all__ = ["ChainHead", "LedgerEntry"]
