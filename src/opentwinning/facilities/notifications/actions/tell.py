"""Put a notice into inboxes, and a mail into the outbox, in the caller's transaction."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db.models import Count

from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.notices import KINDS, NoticeKind, Recipient, recipients
from opentwinning.core.permits import permit
from opentwinning.facilities.jobs.actions import enqueue
from opentwinning.facilities.notifications.actions.mails import queue_mail
from opentwinning.facilities.notifications.models import Mail, MailHabits, Notice
from opentwinning.facilities.notifications.models.habits import usual_pace
from opentwinning.facilities.notifications.queries.devices import devices_told
from opentwinning.facilities.notifications.queries.habits import habits_of, quiet_until
from opentwinning.facilities.notifications.vocabulary import DIGESTS, HOURLY_CAP, MailPace


def tell(account_ids: Iterable[int], kind: str, *, url: str, **facts: str | int) -> None:
    """Tell each person once, at her own pace. ``url`` is a path on this site without language
    prefix; ``facts`` are plain values for the sentence and the mail."""
    declared = KINDS[kind]
    people = recipients(sorted(set(account_ids)))
    ids = [person.account_id for person in people]
    devices = devices_told(ids, kind)
    habits = habits_of(ids) if declared.mail or devices else {}
    flooded = _flooded(people) if declared.mail and not declared.is_vital else set()
    with permit("notifications"):
        for person in people:
            pace = _pace(declared, habits.get(person.account_id))
            if pace is MailPace.NOW and person.account_id in flooded:
                pace = MailPace.DAILY
            notice = Notice.objects.create(
                account_id=person.account_id,
                kind=kind,
                facts=facts,
                url=url,
                created_at=now(),
                waits_for_digest=pace in DIGESTS,
                is_weekly=pace is MailPace.WEEKLY,
            )
            wait = _quiet_until(declared, person, habits.get(person.account_id))
            if pace is MailPace.NOW:
                _mail(declared, person, notice, wait)
            for device in devices.get(person.account_id, []):
                _push(notice, device, wait)


def _pace(declared: NoticeKind, habits: MailHabits | None) -> MailPace:
    if not declared.mail:
        return MailPace.NEVER
    if declared.is_vital:
        return MailPace.NOW
    return habits.pace(declared.key) if habits is not None else usual_pace(declared.key)


def _quiet_until(
    declared: NoticeKind, person: Recipient, habits: MailHabits | None
) -> datetime | None:
    if habits is None or declared.is_vital:
        return None
    return quiet_until(habits, person.time_zone)


def _flooded(people: list[Recipient]) -> set[int]:
    """Who got so many mails in this hour that the rest waits for the daily one (G8)."""
    ids = [person.account_id for person in people]
    recent = Mail.objects.filter(account_id__in=ids, created_at__gt=now() - timedelta(hours=1))
    counted = recent.values("account_id").annotate(mails=Count("pk"))
    return {row["account_id"] or 0 for row in counted if row["mails"] >= HOURLY_CAP}


def _mail(
    declared: NoticeKind, person: Recipient, notice: Notice, not_before: datetime | None
) -> None:
    facts = {**notice.facts, "name": person.name, "url": notice.url}
    if not declared.is_vital:
        facts["about"] = declared.key
    queue_mail(
        to=person.address,
        account_id=person.account_id,
        language=person.language,
        template=declared.mail,
        facts=facts,
        dedupe_key=f"notice:{notice.ref}",
        not_before=not_before,
    )


def _push(notice: Notice, device: int, not_before: datetime | None) -> None:
    enqueue(
        "notifications.push",
        {"notice": notice.pk, "device": device},
        dedupe_key=f"push:{notice.ref}:{device}",
        run_at=not_before,
    )


def mark_read(*, by: Actor, ref: str) -> Notice | None:
    """The owner opened the notice; returns it, or None when it is not hers."""
    with permit("notifications"):
        notice = Notice.objects.filter(account_id=by.account, ref=ref).first()
        if notice is not None and notice.read_at is None:
            notice.read_at = now()
            notice.save(update_fields=["read_at"])
        return notice


def mark_all_read(*, by: Actor) -> None:
    """The owner has seen everything."""
    with permit("notifications"):
        Notice.objects.filter(account_id=by.account, read_at=None).update(read_at=now())
