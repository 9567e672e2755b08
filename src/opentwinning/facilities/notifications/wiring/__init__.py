"""Delivery of mail, page context (unread count), privacy."""

from opentwinning.facilities.notifications.wiring import bounced, delivery, page, privacy, pushing

__all__ = ["bounced", "delivery", "page", "privacy", "pushing"]
