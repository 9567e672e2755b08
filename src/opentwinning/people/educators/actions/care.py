"""A profile is withheld after a decision about a report, and comes back as it stood (H6, H17).

Whoever decides about the report is judged there.
"""

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.people.educators.models import Educator


@action
def withhold_profile(*, by: Actor, ref: str) -> None:
    """Only herself and her officers still see it; colleagues do not find her. Her work goes on."""
    educator = Educator.objects.select_for_update().filter(ref=ref, withheld_visible=None).first()
    if educator is None:
        return
    educator.withheld_visible, educator.is_visible = educator.is_visible, False
    educator.save(update_fields=["withheld_visible", "is_visible"])
    note(educator)


@action
def give_profile_back(*, by: Actor, ref: str) -> None:
    """Found again, if she wants to be."""
    rows = Educator.objects.select_for_update().filter(ref=ref)
    educator = rows.exclude(withheld_visible=None).first()
    if educator is None:
        return
    educator.is_visible, educator.withheld_visible = bool(educator.withheld_visible), None
    educator.save(update_fields=["withheld_visible", "is_visible"])
    note(educator)
