"""Figures that the people floor's tables tell."""

from datetime import timedelta

from django.utils.translation import pgettext_lazy

from opentwinning.core.clock import now
from opentwinning.core.places import COUNTRY_FIGURES, CountryFigure
from opentwinning.doors.desk.queries.statistics import educators_active_since
from opentwinning.people.educators.models import Educator
from opentwinning.people.educators.vocabulary import ValidationState
from opentwinning.people.organisations.models import Affiliation, Organisation
from opentwinning.people.organisations.vocabulary import OrganisationState


def new_this_month(country: str) -> int:
    since = now() - timedelta(days=30)
    return Educator.objects.filter(country=country, created_at__gte=since).count()


def schools_with_educators(country: str) -> int:
    taking_part = Affiliation.objects.filter(
        organisation__country=country,
        ended_at=None,
        educator__validation_state=ValidationState.VALIDATED,
    )
    return taking_part.values("organisation").distinct().count()


def schools(country: str) -> int:
    return Organisation.objects.filter(country=country, state=OrganisationState.ACTIVE).count()


for label, counts, is_about_people in (
    (pgettext_lazy("figures", "Registered in the last 30 days"), new_this_month, True),
    (
        pgettext_lazy("figures", "Validated teachers active in the last 30 days"),
        lambda country: educators_active_since(country, 30),
        True,
    ),
    (
        pgettext_lazy("figures", "Schools with validated teachers"),
        schools_with_educators,
        True,
    ),
    (pgettext_lazy("figures", "Schools in the register and beside it"), schools, False),
):
    COUNTRY_FIGURES.add(CountryFigure(label, counts, is_about_people), order=10)
