"""Reading the ledger."""

from opentwinning.facilities.audit.queries.chain import broken_links
from opentwinning.facilities.audit.queries.trail import trail_of

__all__ = ["broken_links", "trail_of"]
