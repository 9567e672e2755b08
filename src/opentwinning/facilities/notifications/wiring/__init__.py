"""Delivery of mail, page context (unread count), privacy."""

from opentwinning.facilities.notifications.wiring import (
    bounced,
    delivery,
    joining,
    page,
    privacy,
    pushing,
)

__all__ = ["bounced", "delivery", "joining", "page", "privacy", "pushing"]
