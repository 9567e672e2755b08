"""Deleting a project: who is told, and the desk's queue (row 27)."""

from django.utils.translation import pgettext_lazy

from opentwinning.collaboration.projects import events
from opentwinning.collaboration.projects.models import Approval, Project
from opentwinning.collaboration.projects.queries import deletions_waiting_for, partnerships_of
from opentwinning.core.actor import Actor
from opentwinning.core.addresses import reverse
from opentwinning.core.events import on
from opentwinning.core.notices import NoticeKind, declare_notice
from opentwinning.core.places import LONGEST_QUEUE, QUEUES, Queue, QueueItem
from opentwinning.facilities.notifications.actions import tell
from opentwinning.people.support.queries import officers_of

for key, sentence, icon in (
    (
        "deletion_asked",
        pgettext_lazy("notice", "Your partner wants to delete “%(title)s”. Do you agree?"),
        "trash-2",
    ),
    (
        "deletion_to_decide",
        pgettext_lazy("notice", "Both founders want to delete “%(title)s”. Please decide."),
        "trash-2",
    ),
    (
        "deletion_set",
        pgettext_lazy("notice", "“%(title)s” will be deleted on %(due_on)s."),
        "trash-2",
    ),
    ("deletion_stopped", pgettext_lazy("notice", "“%(title)s” is kept."), "rotate-ccw"),
):
    declare_notice(
        NoticeKind(
            key=f"projects.{key}",
            sentence=sentence,
            icon=icon,
            mail=f"projects/mail/{key}.txt",
            is_vital=key != "deletion_to_decide",
        )
    )


@on(events.DeletionAsked)
def tell_other_founder(event: events.DeletionAsked) -> None:
    _tell(event.project_id, set(event.account_ids), "deletion_asked", page="deletion")


@on(events.DeletionAgreed)
def tell_offices(event: events.DeletionAgreed) -> None:
    officers = _officers(event.project_id)
    _tell(event.project_id, officers, "deletion_to_decide", page="deletion")


@on(events.DeletionScheduled)
def tell_everybody(event: events.DeletionScheduled) -> None:
    """All teachers, so that each can take along what she needs; and the offices."""
    due_on = event.due_at.date().isoformat()
    told = _partners(event.project_id) | _officers(event.project_id)
    _tell(event.project_id, told, "deletion_set", due_on=due_on)


@on(events.DeletionStopped)
def tell_kept(event: events.DeletionStopped) -> None:
    told = _partners(event.project_id)
    if event.was_scheduled:
        told |= _officers(event.project_id)
    _tell(event.project_id, told, "deletion_stopped", message=event.message)


def _partners(project_id: int) -> set[int]:
    return {p.educator.account_id for p in partnerships_of(Project(pk=project_id))}


def _officers(project_id: int) -> set[int]:
    countries = Approval.objects.filter(project=project_id).values_list("country", flat=True)
    found = {officer for country in countries for officer in officers_of(country)}
    return found - _partners(project_id)


def _tell(
    project_id: int, accounts: set[int], kind: str, *, page: str = "overview", **facts: str
) -> None:
    project = Project.objects.get(pk=project_id)
    url = f"/projects/{project.ref}/{page}"
    tell(accounts, f"projects.{kind}", url=url, title=project.title, **facts)


def waiting(actor: Actor) -> list[QueueItem]:
    return [
        QueueItem(
            title=deletion.project.title,
            url=reverse("projects:deletion", args=[deletion.project.ref]),
            country="",
            waiting_since=deletion.agreed_at or deletion.asked_at,
        )
        for deletion in deletions_waiting_for(actor)[:LONGEST_QUEUE]
    ]


QUEUES.add(
    Queue(
        key="deletions",
        label=pgettext_lazy("desk", "Projects to delete"),
        empty=pgettext_lazy("desk", "Nobody wants a project deleted."),
        icon="trash-2",
        items=waiting,
        count=lambda actor: deletions_waiting_for(actor).count(),
    ),
    order=25,
)
