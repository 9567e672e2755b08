"""Numbers of one country; small numbers of people stay hidden (row 56)."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count

from opentwinning.core.actor import Actor, Role
from opentwinning.core.clock import now
from opentwinning.core.places import COUNTRY_FIGURES
from opentwinning.core.verdicts import Text
from opentwinning.doors.desk.vocabulary import HIDDEN_BELOW
from opentwinning.people.educators.models import Educator
from opentwinning.people.educators.vocabulary import STATE_LABELS, ValidationState
from opentwinning.people.support.queries import participating_countries


@dataclass(frozen=True, slots=True)
class Figure:
    """A number; None is "fewer than five"."""

    label: Text
    number: int | None


def countries_of(actor: Actor) -> list[str]:
    """Countries whose numbers and schools the officer sees."""
    if actor.is_a(Role.CENTRAL_OFFICER):
        return participating_countries()
    return sorted(actor.countries)


def countries_with_registers(actor: Actor) -> list[str]:
    """Countries whose schools the actor may bring in: an officer's own; the operator's are all."""
    if actor.is_a(Role.OPERATOR):
        return participating_countries()
    return countries_of(actor)


def hidden_if_small(number: int) -> int | None:
    """A number of people, or None when it could point at somebody."""
    return None if 0 < number < HIDDEN_BELOW else number


def figures_of(country: str) -> list[Figure]:
    """Educators by state, and what other apps count."""
    rows = Educator.objects.filter(country=country).values("validation_state")
    found = {r["validation_state"]: r["n"] for r in rows.annotate(n=Count("pk")).order_by()}
    figures = [
        Figure(STATE_LABELS[state], hidden_if_small(found.get(state, 0)))
        for state in ValidationState
    ]
    for each in COUNTRY_FIGURES:
        number = each.counts(country)
        shown = hidden_if_small(number) if each.is_about_people else number
        figures.append(Figure(each.label, shown))
    return figures


def educators_active_since(country: str, days: int) -> int:
    """Validated educators of a country who were here in the last ``days``."""
    return Educator.objects.filter(
        country=country,
        validation_state=ValidationState.VALIDATED,
        last_active_at__gte=now() - timedelta(days=days),
    ).count()
