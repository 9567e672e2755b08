"""Writing the ledger: the port that ``core.actions`` calls just before each commit."""

from opentwinning.facilities.audit.actions.record import record

__all__ = ["record"]
