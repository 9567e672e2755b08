"""A regional officer answers before the office decides (X-06)."""

import datetime as dt

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.verdicts import deny_unless
from opentwinning.people.educators.models import Educator
from opentwinning.people.educators.policies import may_keep_with_region


@action
def keep_with_region(*, by: Actor, educator: Educator, until: dt.datetime | None) -> Educator:
    """Her request lies with the region until then and is in no queue of the office; None: it goes
    on. When the time is over it goes on by itself."""
    deny_unless(may_keep_with_region(by))
    educator = Educator.objects.select_for_update().get(pk=educator.pk)
    educator.with_region_until = until
    educator.save(update_fields=["with_region_until"])
    note(educator, until=until)
    return educator
