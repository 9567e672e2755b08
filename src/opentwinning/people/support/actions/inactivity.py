"""The centre says when somebody counts as not here any more (X-15, R-20)."""

import datetime as dt

from django.utils.translation import pgettext_lazy

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now, today
from opentwinning.core.verdicts import Invalid, deny_unless
from opentwinning.people.support.models import InactivityRules
from opentwinning.people.support.policies import may_describe_programme
from opentwinning.people.support.vocabulary import ERASE_MONTHS

_TOO_LONG = pgettext_lazy("inactivity", "An unused account is kept for 36 months at most.")
_TOO_SOON = pgettext_lazy("inactivity", "A profile must rest before its account is erased.")


@action
def save_inactivity_rules(
    *,
    by: Actor,
    from_day: dt.date,
    fresh_months: int,
    rest_months: int,
    warn_days: int,
    erase_months: int,
) -> InactivityRules:
    """Write rules that begin on a day, today at the earliest; a second set for the same day takes
    the place of the first. No unused account is kept longer than 36 months (J4)."""
    deny_unless(may_describe_programme(by))
    if from_day < today():
        raise Invalid(pgettext_lazy("support", "Choose today or a later day."), "from_day")
    if erase_months > ERASE_MONTHS:
        raise Invalid(_TOO_LONG, "erase_months")
    if rest_months >= erase_months:
        raise Invalid(_TOO_SOON, "rest_months")
    choice = {
        "fresh_months": fresh_months,
        "rest_months": rest_months,
        "warn_days": warn_days,
        "erase_months": erase_months,
    }
    rules, _ = InactivityRules.objects.update_or_create(
        from_day=from_day,
        defaults={**choice, "by_account_id": by.account_id, "written_at": now()},
    )
    note(rules, from_day=from_day, after=choice)
    return rules
