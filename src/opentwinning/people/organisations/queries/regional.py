"""What lies with the officers of a region (X-06)."""

from functools import reduce
from operator import or_

from django.db.models import Q

from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.verdicts import Refused, deny_unless, hidden
from opentwinning.people.educators.models import Educator
from opentwinning.people.educators.queries import was_checked_at
from opentwinning.people.organisations.models import RegionalCheck
from opentwinning.people.organisations.policies import may_answer_for_region
from opentwinning.people.support.queries import regions_answered_by


def regional_check_of(educator: Educator) -> RegionalCheck | None:
    """The region's part in the request that runs, or was decided last; None when there is none."""
    rows = RegionalCheck.objects.filter(educator=educator).select_related("educator")
    last = rows.order_by("-pk").first()
    if last is None or educator.waiting_since is None:
        return last
    checked = was_checked_at(educator)
    return last if checked is None or last.asked_at > checked else None


def checks_waiting_for(actor: Actor) -> list[RegionalCheck]:
    """Requests of her regions that she may still answer, the first to end first; never her own."""
    regions = regions_answered_by(actor)
    if not regions:
        return []
    hers = reduce(or_, (Q(educator__country=r.country, region=r.code) for r in regions))
    rows = RegionalCheck.objects.filter(
        hers, answered_at=None, until__gt=now(), educator__with_region_until__gt=now()
    )
    others = rows.exclude(educator__account_id=actor.account)
    return list(others.select_related("educator", "organisation").order_by("until", "pk"))


def access_regional_check(actor: Actor, ref: str) -> RegionalCheck:
    """The open question about an educator, by her public id, for an officer of the region."""
    rows = RegionalCheck.objects.filter(educator__ref=ref, answered_at=None)
    found = rows.select_related("educator", "organisation").order_by("-pk").first()
    if found is None:
        raise Refused(hidden())
    deny_unless(may_answer_for_region(actor, found))
    return found
