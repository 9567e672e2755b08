"""One mail a day, or one a week, for what need not come at once."""

from collections import defaultdict
from datetime import datetime

from django.db import transaction
from django.utils.translation import override

from opentwinning.core.notices import KINDS, Recipient, reader, recipients
from opentwinning.core.permits import permit
from opentwinning.core.reach import opens_for
from opentwinning.facilities.notifications.actions.mails import queue_mail
from opentwinning.facilities.notifications.models import MailHabits, Notice
from opentwinning.facilities.notifications.queries.habits import (
    habits_of,
    last_digest_hour,
    last_weekly_hour,
    quiet_until,
)
from opentwinning.facilities.notifications.vocabulary import DIGEST, MailPace


def send_digests() -> int:
    """Mail what waited until this afternoon's hour in the reader's zone, or Monday's; returns how
    many mails. Nothing comes while the reader has quiet. What was read on the site meanwhile, or
    may be read no longer, is left out."""
    waiting: dict[tuple[int, bool], list[Notice]] = defaultdict(list)
    for notice in Notice.objects.filter(waits_for_digest=True).order_by("created_at", "pk"):
        waiting[notice.account_id, notice.is_weekly].append(notice)
    people = recipients(sorted({account for account, _ in waiting}))
    habits = habits_of([person.account_id for person in people])
    return sum(
        _send(person, waiting[person.account_id, is_weekly], is_weekly=is_weekly)
        for person in people
        if not _has_quiet(person, habits.get(person.account_id))
        for is_weekly in (False, True)
        if (person.account_id, is_weekly) in waiting
    )


def _has_quiet(person: Recipient, habits: MailHabits | None) -> bool:
    return habits is not None and quiet_until(habits, person.time_zone) is not None


def _send(person: Recipient, notices: list[Notice], *, is_weekly: bool) -> bool:
    hour = (last_weekly_hour if is_weekly else last_digest_hour)(person.time_zone)
    due = [notice for notice in notices if notice.created_at < hour]
    if not due:
        return False
    unread = _worth_telling(person, due)
    with permit("notifications"), transaction.atomic():
        Notice.objects.filter(pk__in=[n.pk for n in due]).update(waits_for_digest=False)
        if unread:
            _queue(person, unread, hour, is_weekly=is_weekly)
    return bool(unread)


def _worth_telling(person: Recipient, due: list[Notice]) -> list[Notice]:
    unread = [notice for notice in due if notice.read_at is None and notice.kind in KINDS]
    actor = reader(person.account_id) if unread else None
    if actor is None:
        return []
    return [notice for notice in unread if opens_for(actor, notice.url)]


def _queue(person: Recipient, notices: list[Notice], hour: datetime, *, is_weekly: bool) -> None:
    with override(person.language):
        lines = [KINDS[n.kind].said(n.facts) for n in notices]
    pace = MailPace.WEEKLY if is_weekly else MailPace.DAILY
    queue_mail(
        to=person.address,
        account_id=person.account_id,
        language=person.language,
        template=f"notifications/mail/{pace}.txt",
        facts={
            "name": person.name,
            "url": "/notices/",
            "lines": "\n".join(lines),
            "about": DIGEST,
        },
        dedupe_key=f"digest:{person.account_id}:{pace}:{hour:%Y-%m-%d}",
    )
