"""An event is withheld after a report, and comes back as it stood (H6, H17).

Whoever decides about the report is judged there.
"""

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.workspace.calendar.models import Event


@action
def withhold_event(*, by: Actor, ref: str) -> None:
    """It leaves every list; teachers still see its own page."""
    event = Event.objects.select_for_update().filter(ref=ref, withheld_at=None).first()
    if event is None:
        return
    event.withheld_at = now()
    event.save(update_fields=["withheld_at"])
    note(event)


@action
def give_event_back(*, by: Actor, ref: str) -> None:
    """As it stood."""
    event = Event.objects.select_for_update().filter(ref=ref).exclude(withheld_at=None).first()
    if event is None:
        return
    event.withheld_at = None
    event.save(update_fields=["withheld_at"])
    note(event)
