"""Telling people, and sending mail."""

from opentwinning.facilities.notifications.actions.bounces import mark_bounced
from opentwinning.facilities.notifications.actions.devices import (
    add_device,
    choose_kinds,
    note_told,
    remove_device,
)
from opentwinning.facilities.notifications.actions.digest import send_digests
from opentwinning.facilities.notifications.actions.habits import save_habits, stop_mails
from opentwinning.facilities.notifications.actions.mails import (
    forget_mails_to,
    forget_name,
    queue_mail,
    settle_uncertain,
)
from opentwinning.facilities.notifications.actions.tell import mark_all_read, mark_read, tell

__all__ = [
    "add_device",
    "choose_kinds",
    "forget_mails_to",
    "forget_name",
    "mark_all_read",
    "mark_bounced",
    "mark_read",
    "note_told",
    "queue_mail",
    "remove_device",
    "save_habits",
    "send_digests",
    "settle_uncertain",
    "stop_mails",
    "tell",
]
