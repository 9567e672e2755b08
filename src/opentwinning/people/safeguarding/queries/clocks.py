"""How long each level has (H7)."""

import datetime as dt
import zoneinfo

from opentwinning.core.clock import after_working_days
from opentwinning.people.safeguarding.models import Clocks
from opentwinning.people.safeguarding.vocabulary import Level
from opentwinning.people.support.queries import support_organisation_of


def clocks() -> Clocks:
    """The numbers in force; the ordinary ones while the centre has written none."""
    return Clocks.objects.order_by("-pk").first() or Clocks()


def deadline(level: Level, country: str, *, start: dt.datetime) -> dt.datetime:
    """Until when a level has time: hours for teachers, working days of its own zone for an
    office."""
    numbers = clocks()
    if level is Level.TEACHER:
        return start + dt.timedelta(hours=numbers.teacher_hours)
    days = numbers.office_days if level is Level.OFFICE else numbers.centre_days
    office = support_organisation_of(country) if level is Level.OFFICE else None
    zone = zoneinfo.ZoneInfo(office.time_zone) if office else dt.UTC
    return after_working_days(start.astimezone(zone), days)
