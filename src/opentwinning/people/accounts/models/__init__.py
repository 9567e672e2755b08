"""Accounts, their addresses and capacities, mailed links and wishes to be erased."""

from opentwinning.people.accounts.models.account import Account, Capacity
from opentwinning.people.accounts.models.address import Address
from opentwinning.people.accounts.models.erasure import ErasureRequest
from opentwinning.people.accounts.models.link import MailedLink
from opentwinning.people.accounts.models.suspension import Suspension

__all__ = ["Account", "Address", "Capacity", "ErasureRequest", "MailedLink", "Suspension"]
