"""Put a notice into inboxes, and a mail into the outbox, in the caller's transaction."""

from collections.abc import Iterable

from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.notices import KINDS, recipients
from opentwinning.core.permits import permit
from opentwinning.facilities.notifications.actions.mails import queue_mail
from opentwinning.facilities.notifications.models import Notice


def tell(account_ids: Iterable[int], kind: str, *, url: str, **facts: str | int) -> None:
    """Tell each person once. ``url`` is a path on this site without language prefix; ``facts`` are
    plain values for the sentence and the mail."""
    declared = KINDS[kind]
    with permit("notifications"):
        for person in recipients(sorted(set(account_ids))):
            notice = Notice.objects.create(
                account_id=person.account_id, kind=kind, facts=facts, url=url, created_at=now()
            )
            if declared.mail:
                queue_mail(
                    to=person.address,
                    account_id=person.account_id,
                    language=person.language,
                    template=declared.mail,
                    facts={**facts, "name": person.name, "url": url},
                    dedupe_key=f"notice:{notice.ref}",
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
