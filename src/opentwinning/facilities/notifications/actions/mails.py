"""The mail outbox: queued with its cause, handed over once."""

import json
from datetime import datetime, timedelta
from email.utils import make_msgid
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Q, TextField
from django.db.models.functions import Cast

from opentwinning.core.clock import now
from opentwinning.core.permits import permit
from opentwinning.facilities.jobs.actions import enqueue
from opentwinning.facilities.notifications.models import BouncedAddress, Mail, Notice
from opentwinning.facilities.notifications.vocabulary import STRUCK, MailState


def queue_mail(  # noqa: PLR0913 - a mail has these parts
    *,
    to: str,
    language: str,
    template: str,
    facts: dict[str, str | int],
    dedupe_key: str,
    account_id: int | None = None,
    not_before: datetime | None = None,
) -> None:
    """Queue one mail in the caller's transaction; the same ``dedupe_key`` twice is one mail (X8).

    ``template`` is a text template: first line the subject, an empty line, the body.
    """
    with permit("notifications"):
        mail, created = Mail.objects.get_or_create(
            dedupe_key=dedupe_key,
            defaults={
                "to_address": to,
                "account_id": account_id,
                "language": language,
                "template": template,
                "facts": facts,
                "message_id": make_msgid(domain=urlsplit(settings.ADDRESS).hostname),
                "created_at": now(),
            },
        )
    if created:
        enqueue(
            "notifications.mail",
            {"mail": mail.pk},
            dedupe_key=f"mail:{mail.pk}",
            run_at=not_before,
        )


def settle_uncertain() -> int:
    """A worker died while handing over: say so instead of sending twice."""
    with permit("notifications"):
        return Mail.objects.filter(
            state=MailState.HANDING_OVER, created_at__lt=now() - timedelta(minutes=10)
        ).update(state=MailState.UNCERTAIN, problem="The worker died while handing this over.")


def forget_mails_to(address: str) -> int:
    """Delete every mail to an address, also those queued before it had an account, and that mails
    to it came back (J3)."""
    with permit("notifications"):
        BouncedAddress.objects.filter(address=address).delete()
        return Mail.objects.filter(to_address=address).delete()[0]


def forget_name(name: str) -> int:
    """Strike a person's name out of what others were told about her (J3); returns rows changed.
    Notices and mails hold names as whole values among their facts."""
    if not name:
        return 0
    changed = 0
    # One engine keeps letters beyond ASCII as they are, the other as escapes.
    as_stored = Q(words__contains=name) | Q(words__contains=json.dumps(name)[1:-1])
    with permit("notifications"):
        for model in (Notice, Mail):
            rows = model.objects.annotate(words=Cast("facts", TextField())).filter(as_stored)
            for row in rows.iterator():
                row.facts = {k: STRUCK if v == name else v for k, v in row.facts.items()}
                row.save(update_fields=["facts"])
                changed += 1
    return changed
