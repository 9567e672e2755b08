"""Notices in the inbox and mails in the outbox."""

from opentwinning.facilities.notifications.models.bounced import BouncedAddress
from opentwinning.facilities.notifications.models.device import PushDevice
from opentwinning.facilities.notifications.models.habits import MailHabits
from opentwinning.facilities.notifications.models.mail import Mail
from opentwinning.facilities.notifications.models.notice import Notice

__all__ = ["BouncedAddress", "Mail", "MailHabits", "Notice", "PushDevice"]
