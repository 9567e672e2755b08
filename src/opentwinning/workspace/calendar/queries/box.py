"""What of the calendar somebody takes along (idea 9)."""

from django.db.models import QuerySet

from opentwinning.workspace.calendar.models import Event
from opentwinning.workspace.spaces.queries import Presence, places_readable_by


def events_to_take(presence: Presence) -> QuerySet[Event]:
    """Events the member reads, in their order; nothing that is hidden after a report."""
    rows = Event.objects.filter(
        space=presence.space,
        place__in=places_readable_by(presence.member),
        deleted_at=None,
        withheld_at=None,
    )
    return rows.select_related("author").order_by("begins_at", "pk")
