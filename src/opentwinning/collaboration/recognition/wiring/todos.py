"""What an applicant or assessor has to do now."""

from django.urls import reverse
from django.utils.translation import pgettext

from opentwinning.collaboration.recognition.queries import (
    applications_of,
    applications_to_assess,
)
from opentwinning.collaboration.recognition.vocabulary import ApplicationState
from opentwinning.core.actor import Actor
from opentwinning.core.places import TO_DOS, Todo


@TO_DOS.add
def label_todos(actor: Actor) -> list[Todo]:
    """Drafts to finish before the window closes, and applications to assess."""
    if actor.account_id is None:
        return []
    drafts = [
        Todo(
            text=pgettext("todo", "Finish your label application: %(title)s")
            % {"title": row.project.title},
            url=reverse("recognition:application", args=[row.ref]),
            icon="award",
        )
        for row in applications_of(actor).filter(state=ApplicationState.DRAFT)[:5]
    ]
    return drafts + [
        Todo(
            text=pgettext("todo", "Assess a label application: %(title)s")
            % {"title": row.application.project.title},
            url=reverse("recognition:assess", args=[row.application.ref]),
            icon="clipboard-list",
        )
        for row in applications_to_assess(actor)[:5]
    ]
