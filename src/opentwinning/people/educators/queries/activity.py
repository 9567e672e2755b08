"""Who is here, told coarsely: nobody's hours are shown (X-15, R-20)."""

import datetime as dt

from django.db.models import QuerySet
from django.utils.translation import pgettext_lazy

from opentwinning.core.clock import now
from opentwinning.people.educators.models import Educator
from opentwinning.people.educators.vocabulary import (
    ANSWERS,
    LAST_HERE,
    AnswerLevel,
    LastHere,
    ValidationState,
)
from opentwinning.people.support.queries import inactivity_rules, months, resting_before
from opentwinning.people.support.vocabulary import SHORTEST_FRESH, SHORTEST_REST

LAST_HERE_WORDS = {
    LastHere.WEEK: pgettext_lazy("activity", "Here this week"),
    LastHere.MONTH: pgettext_lazy("activity", "Here this month"),
    LastHere.HALF_YEAR: pgettext_lazy("activity", "Here in the last six months"),
    LastHere.LONG_AGO: pgettext_lazy("activity", "Here more than six months ago"),
}
ANSWER_WORDS = {
    AnswerLevel.NEARLY_ALL: pgettext_lazy("activity", "Answers nearly every request"),
    AnswerLevel.MOST: pgettext_lazy("activity", "Answers most requests"),
}


def last_here(at: dt.datetime) -> LastHere:
    """How long ago somebody was here."""
    gone = now() - at
    return next((level for level, limit in LAST_HERE.items() if gone < limit), LastHere.LONG_AGO)


def answer_level(rate: int | None) -> AnswerLevel:
    """What a rate of answers (percent) says; nothing when it is low or not known yet."""
    if rate is None:
        return AnswerLevel.UNSAID
    return next((level for level, least in ANSWERS.items() if rate >= least), AnswerLevel.UNSAID)


def in_words(here: LastHere, answers: AnswerLevel) -> str:
    """Both for a reader, such as "Here this week · Answers most requests"."""
    said = [LAST_HERE_WORDS[here], ANSWER_WORDS.get(answers, "")]
    return " · ".join(str(words) for words in said if words)


def is_resting(educator: Educator) -> bool:
    """Colleagues are not offered this profile: nobody was here for too long (X-15)."""
    if educator.last_active_at > now() - months(SHORTEST_REST):  # most pages ask no further
        return False
    return educator.last_active_at < resting_before()


def is_stale(educator: Educator) -> bool:
    """Nobody looked at the profile for long, half a year by the ordinary rules (R-20)."""
    if educator.updated_at > now() - months(SHORTEST_FRESH):
        return False
    return educator.updated_at < now() - months(inactivity_rules().fresh_months)


def educators_to_warn() -> QuerySet[Educator]:
    """Whose profile will rest in as many days as the rules say, of this day."""
    rules = inactivity_rules()
    until = now() - months(rules.rest_months) + dt.timedelta(days=rules.warn_days)
    day = until - dt.timedelta(days=1)
    return _findable().filter(last_active_at__gt=day, last_active_at__lte=until)


def educators_to_refresh() -> QuerySet[Educator]:
    """Whose profile became stale within the last day, while they are still here (R-20)."""
    until = now() - months(inactivity_rules().fresh_months)
    rows = _findable().filter(updated_at__gt=until - dt.timedelta(days=1), updated_at__lte=until)
    return rows.filter(last_active_at__gte=resting_before())


def _findable() -> QuerySet[Educator]:
    return Educator.objects.filter(
        is_visible=True, validation_state=ValidationState.VALIDATED
    ).order_by("pk")
