"""States of a mail."""

from enum import StrEnum


class MailState(StrEnum):
    """QUEUED → HANDING_OVER → SENT. A worker killed while handing over leaves UNCERTAIN: such a
    mail is never sent again by itself, so nobody gets one twice."""

    QUEUED = "queued"
    HANDING_OVER = "handing_over"
    SENT = "sent"
    UNCERTAIN = "uncertain"
    REFUSED = "refused"
