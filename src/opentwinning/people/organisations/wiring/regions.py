"""Schools follow when their region gets another name."""

from opentwinning.core.actor import SYSTEM
from opentwinning.core.events import after_commit
from opentwinning.people.organisations.actions import rename_region_of_schools
from opentwinning.people.support.events import RegionRenamed


@after_commit(RegionRenamed)
def rename_schools(event: RegionRenamed) -> None:
    rename_region_of_schools(
        by=SYSTEM, country=event.country, before=event.before, after=event.after
    )
