"""Plugs the ledger in and declares what it holds."""

from opentwinning.core.actions import plug_ledger
from opentwinning.core.privacy import not_personal
from opentwinning.facilities.audit.actions import record
from opentwinning.facilities.audit.models import ChainHead, LedgerEntry

plug_ledger(record)
# Keys only: a person's name is never in the ledger, so erasing the person makes her rows anonymous.
not_personal(LedgerEntry, ChainHead)
