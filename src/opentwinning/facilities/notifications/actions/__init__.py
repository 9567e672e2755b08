"""Telling people, and sending mail."""

from opentwinning.facilities.notifications.actions.mails import queue_mail, settle_uncertain
from opentwinning.facilities.notifications.actions.tell import mark_all_read, mark_read, tell

__all__ = ["mark_all_read", "mark_read", "queue_mail", "settle_uncertain", "tell"]
