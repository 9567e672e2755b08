"""States of a mail, and how mails are paced."""

from enum import StrEnum

from django.utils.translation import pgettext_lazy


class MailState(StrEnum):
    """QUEUED → HANDING_OVER → SENT, or WITHDRAWN when its reader may no longer see what it is about
    or wants no such mails. A worker killed while handing over leaves UNCERTAIN: such a
    mail is never sent again by itself, so nobody gets one twice."""

    QUEUED = "queued"
    HANDING_OVER = "handing_over"
    SENT = "sent"
    UNCERTAIN = "uncertain"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class MailPace(StrEnum):
    """How soon a notice is also mailed."""

    NOW = "now"
    DAILY = "daily"
    WEEKLY = "weekly"
    NEVER = "never"


PACES = {
    MailPace.NOW: pgettext_lazy("notices", "A mail at once"),
    MailPace.DAILY: pgettext_lazy("notices", "One mail a day, at 16:00"),
    MailPace.WEEKLY: pgettext_lazy("notices", "One mail a week, on Monday"),
    MailPace.NEVER: pgettext_lazy("notices", "No mails, only here"),
}
DIGESTS = frozenset({MailPace.DAILY, MailPace.WEEKLY})
DIGEST_HOUR = 16
DIGEST_WEEKDAY = 0  # Monday
DIGEST = "digest"  # what the link at the end of a digest stops: every daily and weekly mail
DIGEST_LABEL = pgettext_lazy("notices", "Daily and weekly mails")
NIGHT_BEGINS, NIGHT_ENDS = 19, 7
DEVICES = 10  # browsers of one person that may be told
STRUCK = "…"  # stands where the name of an erased person stood
HOURLY_CAP = 20  # mails about notices to one person; the rest waits for the daily mail
