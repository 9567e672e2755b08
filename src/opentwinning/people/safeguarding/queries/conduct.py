"""The code of conduct in force, earlier ones, and who agreed (X-130)."""

import datetime as dt

from django.conf import settings

from opentwinning.core.clock import today
from opentwinning.people.safeguarding.models import Agreement, ConductText


def conduct_day(on: dt.date | None = None) -> dt.date | None:
    """The day from which the code holds that is in force on a day (today)."""
    rows = ConductText.objects.filter(from_day__lte=on or today())
    return rows.order_by("-from_day").values_list("from_day", flat=True).first()


def conduct_in(language: str, on: dt.date | None = None) -> ConductText | None:
    """The code in force on a day, in the reader's language, else in the site's first one."""
    day = conduct_day(on)
    found = {text.language: text for text in _texts(day)} if day is not None else {}
    return found.get(language) or found.get(settings.LANGUAGE_CODE)


def conduct_days() -> list[dt.date]:
    """Every day from which a code held, holds or will hold, the latest first."""
    rows = ConductText.objects.order_by("-from_day").values_list("from_day", flat=True)
    return list(rows.distinct())


def conduct_texts() -> dict[str, ConductText]:
    """The newest code by language, also one to come: what the next one is written from."""
    return {text.language: text for day in conduct_days()[:1] for text in _texts(day)}


def _texts(day: dt.date) -> list[ConductText]:
    return list(ConductText.objects.filter(from_day=day))


def has_agreed(account_id: int, day: dt.date) -> bool:
    """Whether somebody agreed to the code of that day."""
    return Agreement.objects.filter(account_id=account_id, from_day=day).exists()
