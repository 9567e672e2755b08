"""Accounts, their capacities and mailed links."""

from opentwinning.people.accounts.models.account import Account, Capacity
from opentwinning.people.accounts.models.link import MailedLink

__all__ = ["Account", "Capacity", "MailedLink"]
