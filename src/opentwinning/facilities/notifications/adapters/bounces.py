"""Reports of mail servers that a mail was not delivered (RFC 3464), and who may write them: only a
server that got the mail knows its return address (VERP), because that is signed."""

import email
import re
from dataclasses import dataclass
from email import policy
from email.message import Message

from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac

SIGNATURE = 20  # letters
MAX_BYTES = 1024 * 1024
# No such box, no such place, box closed, no way there. Full boxes and refused contents are no
# reason to give an address up.
_FOR_GOOD = re.compile(r"5\.(1\.\d{1,3}|2\.1|4\.4)")
_RETURN = re.compile(r"([^+@\s]+)\+(\d{1,18})-([0-9a-f]{20})@([^@\s]+)", re.IGNORECASE)
_HEADERS = ("X-Original-To", "Delivered-To", "Envelope-To", "To")


@dataclass(frozen=True, slots=True)
class Bounce:
    """A mail (id) that came back for good, and the status its server gave."""

    mail: int
    reason: str


def return_address(mail: int) -> str:
    """Where reports about this mail go; "" when the operator reads none."""
    box = settings.ENVIRONMENT.bounce_to
    if not box:
        return ""
    name, _, host = box.partition("@")
    return f"{name}+{mail}-{_signature(mail)}@{host}"


def read_bounce(raw: bytes, *, to: str = "") -> Bounce | None:
    """What a report says; None for anything that is no report of ours about a lasting failure.
    ``to`` is the envelope's recipient when the mail server tells it."""
    report = email.message_from_bytes(raw[:MAX_BYTES], policy=policy.compat32)
    mail = _mail_of(report, to)
    reason = _reason(report)
    return Bounce(mail, reason) if mail is not None and reason else None


def _mail_of(report: Message, to: str) -> int | None:
    name, _, host = settings.ENVIRONMENT.bounce_to.partition("@")
    named = [to, *(str(value) for header in _HEADERS for value in report.get_all(header, []))]
    for found in (_RETURN.search(each) for each in named):
        if found is None or (found[1].lower(), found[4].rstrip(">").lower()) != (name, host):
            continue
        if constant_time_compare(found[3].lower(), _signature(int(found[2]))):
            return int(found[2])
    return None


def _reason(report: Message) -> str:
    if report.get_content_type() != "multipart/report":
        return ""
    for part in report.walk():
        if part.get_content_type() != "message/delivery-status":
            continue
        blocks = part.get_payload()
        for block in blocks if isinstance(blocks, list) else []:
            if not isinstance(block, Message):
                continue
            status = _FOR_GOOD.match(str(block.get("Status", "")).strip())
            if status and str(block.get("Action", "")).strip().lower() == "failed":
                return status[0]
    return ""


def _signature(mail: int) -> str:
    signed = salted_hmac("opentwinning.bounce", str(mail), algorithm="sha256")
    return signed.hexdigest()[:SIGNATURE]
