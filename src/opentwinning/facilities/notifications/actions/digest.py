"""One mail a day for what need not come at once."""

from collections import defaultdict

from django.db import transaction
from django.utils.translation import override

from opentwinning.core.notices import KINDS, Recipient, recipients
from opentwinning.core.permits import permit
from opentwinning.facilities.notifications.actions.mails import queue_mail
from opentwinning.facilities.notifications.models import Notice
from opentwinning.facilities.notifications.queries.habits import last_digest_hour


def send_digests() -> int:
    """Mail what waited until this afternoon's hour in the reader's zone; returns how many mails.
    What was read on the site meanwhile is left out."""
    waiting: dict[int, list[Notice]] = defaultdict(list)
    for notice in Notice.objects.filter(waits_for_digest=True).order_by("created_at", "pk"):
        waiting[notice.account_id].append(notice)
    return sum(_send(person, waiting[person.account_id]) for person in recipients(sorted(waiting)))


def _send(person: Recipient, notices: list[Notice]) -> bool:
    hour = last_digest_hour(person.time_zone)
    due = [notice for notice in notices if notice.created_at < hour]
    if not due:
        return False
    unread = [notice for notice in due if notice.read_at is None and notice.kind in KINDS]
    with permit("notifications"), transaction.atomic():
        Notice.objects.filter(pk__in=[n.pk for n in due]).update(waits_for_digest=False)
        if unread:
            with override(person.language):
                lines = [KINDS[n.kind].said(n.facts) for n in unread]
            queue_mail(
                to=person.address,
                account_id=person.account_id,
                language=person.language,
                template="notifications/mail/digest.txt",
                facts={"name": person.name, "url": "/notices/", "lines": "\n".join(lines)},
                dedupe_key=f"digest:{person.account_id}:{hour:%Y-%m-%d}",
            )
    return bool(unread)
