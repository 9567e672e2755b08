"""How a country validates."""

import datetime as dt

from opentwinning.core.clock import today
from opentwinning.people.support.models import ValidationRules


def rules_of(country: str, day: dt.date | None = None) -> ValidationRules:
    """The rules in force on a day (today); the ordinary ones where an office has written none."""
    day = day or today()
    known = ValidationRules.objects.filter(country=country, from_day__lte=day)
    return known.order_by("-from_day").first() or ValidationRules(country=country, from_day=day)


def rules_written(country: str) -> list[ValidationRules]:
    """Every set of rules an office has written, the latest first, also those to come."""
    return list(ValidationRules.objects.filter(country=country).order_by("-from_day"))
