"""What an applicant or assessor has to do now."""

from django.utils.translation import pgettext

from opentwinning.collaboration.recognition.queries import labels_waiting_for
from opentwinning.core.actor import Actor
from opentwinning.core.addresses import reverse
from opentwinning.core.places import TO_DOS, Todo


@TO_DOS.add
def label_todos(actor: Actor) -> list[Todo]:
    """Drafts to finish before the window closes, and applications to assess."""
    if actor.account_id is None:
        return []
    begun, to_assess = labels_waiting_for(actor)
    drafts = [
        Todo(
            text=pgettext("todo", "Finish your label application: %(title)s") % {"title": title},
            url=reverse("recognition:application", args=[ref]),
            icon="award",
        )
        for title, ref in begun
    ]
    return drafts + [
        Todo(
            text=pgettext("todo", "Assess a label application: %(title)s") % {"title": title},
            url=reverse("recognition:assess", args=[ref]),
            icon="clipboard-list",
        )
        for title, ref in to_assess
    ]
