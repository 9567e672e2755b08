"""How many contact requests somebody answers (pain 11)."""

import datetime as dt

from django.db.models import Q

from opentwinning.community.networking.models import Contact
from opentwinning.community.networking.vocabulary import (
    ANSWER_WITHIN,
    ANSWERS_NEEDED,
    ANSWERS_OF,
    ContactState,
)
from opentwinning.core.clock import now


def answer_rate_of(educator_id: int) -> int | None:
    """Percent of the requests of a year that she answered, yes or no. Requests that wait for less
    than two weeks do not count yet, those taken back never. None while there are too few."""
    rows = Contact.objects.filter(asked_id=educator_id, asked_at__gte=now() - ANSWERS_OF)
    waiting = Q(state=ContactState.ASKED)
    answered = rows.exclude(waiting | Q(state=ContactState.WITHDRAWN)).count()
    unanswered = rows.filter(waiting, asked_at__lte=now() - ANSWER_WITHIN).count()
    all_of_them = answered + unanswered
    return round(100 * answered / all_of_them) if all_of_them >= ANSWERS_NEEDED else None


def rates_to_count_again() -> list[int]:
    """Educators with a request that began or ceased to count within the last day: their ids."""
    day = dt.timedelta(days=1)
    moments = (now() - ANSWER_WITHIN, now() - ANSWERS_OF)
    passed = Q()
    for moment in moments:
        passed |= Q(asked_at__gt=moment - day, asked_at__lte=moment)
    rows = Contact.objects.filter(passed).order_by("asked_id")
    return list(rows.values_list("asked_id", flat=True).distinct())
