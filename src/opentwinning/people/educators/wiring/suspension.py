"""Objections against suspensions: the desk's queue, and who is told (H17)."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.actor import Actor
from opentwinning.core.addresses import reverse
from opentwinning.core.events import on
from opentwinning.core.notices import NoticeKind, declare_notice
from opentwinning.core.places import LONGEST_QUEUE, QUEUES, Queue, QueueItem
from opentwinning.facilities.notifications.actions import tell
from opentwinning.people.accounts.events import SuspensionAppealed
from opentwinning.people.educators.models import Educator
from opentwinning.people.educators.queries import objections_for
from opentwinning.people.support.queries import officers_of

declare_notice(
    NoticeKind(
        key="educators.objection",
        sentence=pgettext_lazy("notice", "Somebody objects to a suspension. Please decide."),
        icon="scale",
        mail="educators/mail/objection.txt",
        is_vital=True,
    )
)


@on(SuspensionAppealed)
def tell_officers(event: SuspensionAppealed) -> None:
    """Colleagues of whoever decided; the centre when there are none."""
    educator = Educator.objects.filter(account_id=event.account_id).first()
    if educator is None:
        return
    officers = set(officers_of(educator.country)) - {event.by_account_id}
    told = officers or set(officers_of("")) - {event.by_account_id}
    tell(told, "educators.objection", url=f"/educators/{educator.ref}/suspension")


def waiting(actor: Actor) -> list[QueueItem]:
    return [
        QueueItem(
            title=suspension.account.educator.name,
            url=reverse("educators:suspension", args=[suspension.account.educator.ref]),
            country=suspension.account.educator.country,
            waiting_since=suspension.appealed_at or suspension.at,
        )
        for suspension in objections_for(actor)[:LONGEST_QUEUE]
    ]


QUEUES.add(
    Queue(
        key="objections",
        label=pgettext_lazy("desk", "Objections to suspensions"),
        empty=pgettext_lazy("desk", "Nobody objects to a suspension."),
        icon="scale",
        items=waiting,
        count=lambda actor: objections_for(actor).count(),
    ),
    order=110,
)
