"""Reading the programme and its offices."""

import datetime as dt

from django.conf import settings
from django.db.models import QuerySet

from opentwinning.core.actor import Actor, Role
from opentwinning.core.clock import today
from opentwinning.core.prepared import prepared
from opentwinning.core.recall import once_per_page
from opentwinning.people.support.models import Programme, SupportOrganisation
from opentwinning.people.support.queries.holidays import (
    access_holiday,
    free_days_at,
    holidays_among,
    holidays_at,
    holidays_of,
    public_holidays,
    school_years_with_holidays,
)
from opentwinning.people.support.queries.inactivity import (
    inactivity_rules,
    inactivity_rules_written,
    months,
    resting_before,
)
from opentwinning.people.support.queries.offices import (
    access_mandate,
    access_office,
    access_reply,
    countries_with_replies,
    mandates_seen_by,
    offices,
    replies_for,
    replies_of,
)
from opentwinning.people.support.queries.regional import (
    living_mandates,
    region_named,
    regional_officers_of,
    regions_answered_by,
)
from opentwinning.people.support.queries.regions import (
    access_region,
    region_codes,
    region_meant,
    region_names,
    regions_of,
)
from opentwinning.people.support.queries.roles import (
    countries_with_role_lists,
    joining_roles,
    role_list_of,
    role_lists_written,
    role_names,
)
from opentwinning.people.support.queries.rules import rules_of, rules_written

__all__ = [
    "access_holiday",
    "access_mandate",
    "access_office",
    "access_region",
    "access_reply",
    "countries_with_replies",
    "countries_with_role_lists",
    "first_day_of_school_year",
    "free_days_at",
    "holidays_among",
    "holidays_at",
    "holidays_of",
    "inactivity_rules",
    "inactivity_rules_written",
    "is_in_charge",
    "joining_roles",
    "living_mandates",
    "mandates_seen_by",
    "months",
    "office_language",
    "officers_of",
    "offices",
    "participating_countries",
    "programme",
    "public_holidays",
    "region_codes",
    "region_meant",
    "region_named",
    "region_names",
    "regional_officers_of",
    "regions_answered_by",
    "regions_of",
    "replies_for",
    "replies_of",
    "resting_before",
    "role_list_of",
    "role_lists_written",
    "role_names",
    "rules_of",
    "rules_written",
    "school_years_with_holidays",
    "support_organisation_of",
]


@prepared
def _first_programme() -> QuerySet[Programme]:
    return Programme.objects.order_by("pk")[:1]


def programme() -> Programme:
    """The programme of this instance; an unsaved one with the product's name before set-up."""
    return next(iter(_first_programme()), None) or Programme(name="OpenTwinning")


@prepared
def _countries() -> QuerySet[SupportOrganisation, str]:
    offices = SupportOrganisation.objects.filter(is_active=True)
    return offices.order_by("country").values_list("country", flat=True)


@once_per_page
def participating_countries() -> list[str]:
    """Codes of the countries with an active support organisation."""
    return _countries()


def support_organisation_of(country: str) -> SupportOrganisation | None:
    """The office that serves a country."""
    return SupportOrganisation.objects.filter(country=country, is_active=True).first()


def office_language(country: str) -> str:
    """The language in which the office of a country writes to those without an account."""
    office = support_organisation_of(country)
    ours = {code for code, _ in settings.LANGUAGES}
    return office.language if office and office.language in ours else "en"


def is_in_charge(actor: Actor, country: str) -> bool:
    """True when the actor decides for the country: its officers and the centre (B13)."""
    return actor.is_a(Role.CENTRAL_OFFICER) or country in actor.countries


def officers_of(country: str) -> list[int]:
    """Account ids of the officers with a living mandate for the country ("" = the centre); not of
    those who only answer for regions."""
    rows = living_mandates().filter(country=country, regions="")
    return list(rows.values_list("account_id", flat=True).distinct())


def school_year_of(of: Programme, day: dt.date | None = None) -> str:
    """The school year of a day, such as ``2026/27``; its boundary is the programme's (J-17)."""
    day = day or today()
    starts = dt.date(day.year, of.school_year_starts_month, of.school_year_starts_day)
    first = day.year if day >= starts else day.year - 1
    return f"{first}/{(first + 1) % 100:02d}"


def first_day_of_school_year(year: int) -> dt.date:
    """The day on which the school year begins that starts in a calendar year (J-17)."""
    of = programme()
    return dt.date(year, of.school_year_starts_month, of.school_year_starts_day)
