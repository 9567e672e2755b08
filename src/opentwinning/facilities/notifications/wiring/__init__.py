"""Delivery of mail, page context (unread count), privacy."""

from opentwinning.facilities.notifications.wiring import delivery, page, privacy, pushing

__all__ = ["delivery", "page", "privacy", "pushing"]
