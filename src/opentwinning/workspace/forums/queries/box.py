"""What of the forum somebody takes along (idea 9)."""

from django.db.models import QuerySet

from opentwinning.workspace.forums.models import Reply, Thread
from opentwinning.workspace.spaces.queries import Presence, places_readable_by


def threads_to_take(presence: Presence) -> QuerySet[Thread]:
    """Talks the member reads, oldest first."""
    places = places_readable_by(presence.member)
    rows = Thread.objects.filter(space=presence.space, deleted_at=None, place__in=places)
    return rows.select_related("author").order_by("pk")


def replies_to_take(presence: Presence) -> QuerySet[Reply]:
    """What was said in them, in order; nothing that is hidden."""
    rows = Reply.objects.filter(
        thread__in=threads_to_take(presence).order_by().values("pk"),
        deleted_at=None,
        hidden_at=None,
        withheld_at=None,
    )
    return rows.select_related("author", "thread").order_by("thread", "number")
