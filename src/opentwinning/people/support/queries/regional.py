"""Officers who only answer for regions (X-06)."""

from django.db.models import QuerySet

from opentwinning.core.actor import Actor, Role
from opentwinning.core.clock import now
from opentwinning.people.support.models import Mandate, Region


def living_mandates() -> QuerySet[Mandate]:
    """Granted, not revoked, not over."""
    rows = Mandate.objects.filter(revoked_at=None).exclude(granted_at=None)
    return rows.exclude(until__lt=now())


def regional_officers_of(country: str, code: str) -> list[int]:
    """Account ids of the officers whose living mandate names this region."""
    rows = living_mandates().filter(country=country).exclude(regions="")
    return sorted({mandate.account_id for mandate in rows if code in mandate.region_codes})


def regions_answered_by(actor: Actor) -> list[Region]:
    """The regions for which she answers, by name."""
    if not actor.is_a(Role.REGIONAL_OFFICER):
        return []
    rows = living_mandates().filter(account=actor.account).exclude(regions="")
    named = {(mandate.country, code) for mandate in rows for code in mandate.region_codes}
    known = Region.objects.filter(country__in={country for country, _ in named})
    return [each for each in known.order_by("name", "pk") if (each.country, each.code) in named]


def region_named(country: str, name: str) -> Region | None:
    """The region of the list that a school names, if it names one."""
    return Region.objects.filter(country=country, name=name).first() if name else None
