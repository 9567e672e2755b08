"""An office chooses how it validates (X-05, H1)."""

import datetime as dt

from django.utils.translation import pgettext_lazy

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now, today
from opentwinning.core.verdicts import Invalid, deny_unless
from opentwinning.people.support.models import SupportOrganisation, ValidationRules
from opentwinning.people.support.policies import may_edit_support_organisation
from opentwinning.people.support.vocabulary import (
    PAPER_DAYS,
    PAPER_KEPT_DAYS,
    REGION_DAYS,
    VALIDATION_MONTHS,
)

_TOO_LONG = pgettext_lazy("support", "A validation holds for 24 months at most.")


@action
def save_validation_rules(  # noqa: PLR0913 - the fields of the form
    *,
    by: Actor,
    country: str,
    from_day: dt.date,
    asks_school: bool,
    answer_days: int,
    asks_region: bool = False,
    region_days: int = REGION_DAYS,
    asks_paper: bool = False,
    paper_days: int = PAPER_DAYS,
    paper_kept_days: int = PAPER_KEPT_DAYS,
    needs_code: bool = False,
    months: int,
    remind_days: int,
) -> ValidationRules:
    """Write rules that begin on a day, today at the earliest; a second set for the same day takes
    the place of the first. No validation holds longer than 24 months (H1)."""
    office = SupportOrganisation.objects.filter(country=country).first()
    deny_unless(may_edit_support_organisation(by, office))
    if from_day < today():
        raise Invalid(pgettext_lazy("support", "Choose today or a later day."), "from_day")
    if not 1 <= months <= VALIDATION_MONTHS:
        raise Invalid(_TOO_LONG, "months")
    choice = {
        "asks_region": asks_region,
        "region_days": region_days,
        "asks_school": asks_school,
        "answer_days": answer_days,
        "asks_paper": asks_paper,
        "paper_days": paper_days,
        "paper_kept_days": paper_kept_days,
        "needs_code": needs_code,
        "months": months,
        "remind_days": remind_days,
    }
    rules, _ = ValidationRules.objects.update_or_create(
        country=country,
        from_day=from_day,
        defaults={**choice, "by_account_id": by.account_id, "written_at": now()},
    )
    note(rules, country=country, from_day=from_day, after=choice)
    return rules
