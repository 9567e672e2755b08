"""How long each level has (H7)."""

import datetime as dt
import zoneinfo

from opentwinning.core.clock import after_working_days
from opentwinning.people.safeguarding.models import Clocks
from opentwinning.people.safeguarding.vocabulary import Level
from opentwinning.people.support.queries import public_holidays, support_organisation_of

SPARE_DAYS = 30  # so far ahead holidays are looked for: no country has so many in a row


def clocks() -> Clocks:
    """The numbers in force; the ordinary ones while the centre has written none."""
    return Clocks.objects.order_by("-pk").first() or Clocks()


def deadline(level: Level, country: str, *, start: dt.datetime) -> dt.datetime:
    """Until when a level has time: hours for teachers, working days of its own zone and
    country for an office."""
    numbers = clocks()
    if level is Level.TEACHER:
        return start + dt.timedelta(hours=numbers.teacher_hours)
    days = numbers.office_days if level is Level.OFFICE else numbers.centre_days
    office = support_organisation_of(country) if level is Level.OFFICE else None
    if office is None:
        return after_working_days(start.astimezone(dt.UTC), days)
    here = start.astimezone(zoneinfo.ZoneInfo(office.time_zone))
    last = here.date() + dt.timedelta(days=3 * days + SPARE_DAYS)
    off = public_holidays([country], first=here.date(), last=last)[country]
    return after_working_days(here, days, off)
