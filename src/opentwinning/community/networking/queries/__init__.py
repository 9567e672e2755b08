"""Reading contacts, partner calls and messages."""

from opentwinning.community.networking.queries.contacts import are_contacts, contacts_of

__all__ = ["are_contacts", "contacts_of"]
