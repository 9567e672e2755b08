"""When somebody counts as not here any more (X-15, R-20)."""

import datetime as dt

from django.db.models import QuerySet

from opentwinning.core.clock import now, today
from opentwinning.core.prepared import prepared
from opentwinning.core.recall import once_per_page
from opentwinning.people.support.models import InactivityRules


@prepared
def _written() -> QuerySet[InactivityRules]:
    return InactivityRules.objects.order_by("-from_day")


def inactivity_rules_written() -> list[InactivityRules]:
    """Every set of rules there ever was and those to come, the latest first."""
    return _written()


@once_per_page
def inactivity_rules() -> InactivityRules:
    """The rules in force today; the ordinary ones while nobody has written any."""
    day = today()
    known = (rules for rules in _written() if rules.from_day <= day)
    return next(known, InactivityRules(from_day=day))


def resting_before() -> dt.datetime:
    """Whoever was here last before this moment is not offered to colleagues. The moment moves once
    a day."""
    midnight = now().replace(hour=0, minute=0, second=0, microsecond=0)
    return midnight - months(inactivity_rules().rest_months)


def months(number: int) -> dt.timedelta:
    """Calendar-free months: a twelfth of 365 days each."""
    return dt.timedelta(days=365 * number // 12)
