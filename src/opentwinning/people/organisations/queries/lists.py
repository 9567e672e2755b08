"""Finding schools."""

from django.db.models import OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from opentwinning.core.actor import Actor
from opentwinning.core.prepared import prepared
from opentwinning.core.text import words
from opentwinning.facilities.search.queries import matching
from opentwinning.people.educators.models import Educator
from opentwinning.people.educators.queries import was_checked_at
from opentwinning.people.educators.vocabulary import ValidationState
from opentwinning.people.organisations.models import Affiliation, Head, Organisation
from opentwinning.people.organisations.vocabulary import OrganisationState
from opentwinning.people.support.models import Region


def search_text(organisation: Organisation) -> str:
    """What an organisation is found by. The country is one of the words, so that a search in a
    small country is not drowned by the schools of a large one."""
    parts = (
        _country_word(organisation.country),
        organisation.name,
        organisation.legal_name,
        organisation.place,
        organisation.postcode,
        organisation.code,
        organisation.region,
    )
    return " ".join(parts)


def find_organisations(country: str, query: str, *, limit: int = 20) -> list[Organisation]:
    """Active organisations of a country by parts of name, place or code, any spelling (X-12)."""
    if not words(query):
        return []
    rows = Organisation.objects.filter(
        pk__in=ids_of_schools(country, query), country=country, state=OrganisationState.ACTIVE
    ).select_related("parent")
    return list(rows.order_by("name", "place", "pk")[:limit])


def ids_of_schools(country: str, query: str) -> list[int]:
    """Ids of organisations of a country by words, newest first, as many as a search ever ranks."""
    return matching("organisation", query, whole=[_country_word(country)]) or []


def _country_word(country: str) -> str:
    return f"xq{country.lower()}qx"


@prepared
def _workplaces(educators: list[int]) -> QuerySet[Affiliation]:
    rows = Affiliation.objects.filter(educator_id__in=educators, ended_at=None)
    return rows.select_related("organisation").order_by("is_main", "-since", "-pk")


def organisations_of(educators: list[Educator]) -> dict[int, Organisation]:
    """The main organisation (chosen, else the oldest running) of many educators in one query, by
    educator id."""
    rows = _workplaces([educator.pk for educator in educators])
    return {row.educator_id: row.organisation for row in rows}


@prepared
def _places(educators: list[int]) -> QuerySet[Affiliation, tuple[int, str]]:
    rows = Affiliation.objects.filter(educator_id__in=educators, ended_at=None)
    return rows.order_by("is_main", "-since", "-pk").values_list(
        "educator_id", "organisation__place"
    )


def places_of(educators: list[Educator]) -> dict[int, str]:
    """Where the main organisation of many educators is, by educator id; only the place is read."""
    return dict(_places([educator.pk for educator in educators]))


def school_regions(educators: list[Educator]) -> dict[int, str]:
    """The code of the region of her country in which the main school of each lies, by educator id;
    "" or absent where nobody knows. One query."""
    named = Region.objects.filter(
        country=OuterRef("educator__country"), name=OuterRef("organisation__region")
    )
    running = Affiliation.objects.filter(educator__in=educators, ended_at=None)
    rows = running.order_by("is_main", "-since", "-pk").annotate(
        code=Coalesce(Subquery(named.values("code")[:1]), Value(""))
    )
    return dict(rows.values_list("educator_id", "code"))


def organisation_of(educator: Educator) -> Organisation | None:
    """The main organisation of one educator."""
    return organisations_of([educator]).get(educator.pk)


def workplaces_of(educator: Educator) -> list[Affiliation]:
    """Where the educator works: her main organisation first, then the oldest (R-24)."""
    rows = Affiliation.objects.filter(educator=educator, ended_at=None)
    return list(rows.select_related("organisation").order_by("-is_main", "since", "pk"))


def works_somewhere(actor: Actor) -> bool:
    """True when the actor has chosen a school."""
    return Affiliation.objects.filter(educator__account_id=actor.account, ended_at=None).exists()


def members_count(organisation: Organisation) -> int:
    """How many validated educators work there now."""
    return Affiliation.objects.filter(
        organisation=organisation,
        ended_at=None,
        educator__validation_state=ValidationState.VALIDATED,
    ).count()


def affiliations_of(educator: Educator) -> list[Affiliation]:
    """Where the educator works now, oldest first."""
    rows = Affiliation.objects.filter(educator=educator, ended_at=None)
    return list(rows.select_related("organisation__parent").order_by("since", "pk"))


def checked_affiliations_of(educator: Educator) -> QuerySet[Affiliation]:
    """Where she works now and worked already when an office last checked her."""
    checked_at = was_checked_at(educator)
    running = Affiliation.objects.filter(educator=educator, ended_at=None)
    return running.filter(since__lte=checked_at) if checked_at else running.none()


def head_of(organisation: Organisation) -> Head | None:
    """Who leads the school, as its first teacher wrote it down; for officers only."""
    return Head.objects.filter(organisation=organisation).first()


def branches_of(organisation: Organisation, *, limit: int = 20) -> list[Organisation]:
    """Open branches, by name."""
    rows = Organisation.objects.filter(parent=organisation, state=OrganisationState.ACTIVE)
    return list(rows.order_by("name", "pk")[:limit])


def merged_into(organisation: Organisation) -> list[Organisation]:
    """Earlier records that went into this one."""
    return list(Organisation.objects.filter(merged_into=organisation).order_by("name", "pk")[:20])
