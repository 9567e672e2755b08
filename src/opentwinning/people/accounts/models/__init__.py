"""Accounts, their capacities, mailed links and wishes to be erased."""

from opentwinning.people.accounts.models.account import Account, Capacity
from opentwinning.people.accounts.models.erasure import ErasureRequest
from opentwinning.people.accounts.models.link import MailedLink

__all__ = ["Account", "Capacity", "ErasureRequest", "MailedLink"]
