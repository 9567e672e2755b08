"""Where schools stand: their own coordinates, else the middle of the others in their town."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Avg, Exists, OuterRef, Q, QuerySet

from opentwinning.people.educators.vocabulary import ValidationState
from opentwinning.people.organisations.models import Affiliation, MapPin, Organisation
from opentwinning.people.organisations.vocabulary import OrganisationState

AT_ONCE = 2000  # schools looked at for one batch of changes
CELLS_A_DEGREE = 10
PIN_FIELDS = (
    "country", "town", "kind", "latitude", "longitude", "is_exact", "cell_row", "cell_column",
)  # fmt: skip

type Place = tuple[str, str]  # a country, and a town or a postcode in it
type Middle = tuple[float, float]  # latitude, longitude


@dataclass(frozen=True, slots=True)
class Position:
    """A place on earth in degrees; not exact: the middle of the town."""

    latitude: float
    longitude: float
    is_exact: bool


@dataclass(frozen=True, slots=True)
class PinChanges:
    """What the map does not show yet, and the ids of schools it should not show any more."""

    put: list[MapPin]
    gone: list[int]


def takes_part() -> QuerySet[Organisation]:
    """Open schools where a validated educator works."""
    there = Affiliation.objects.filter(
        organisation=OuterRef("pk"),
        ended_at=None,
        educator__validation_state=ValidationState.VALIDATED,
    )
    return Organisation.objects.filter(Exists(there), state=OrganisationState.ACTIVE)


def position_of(school: Organisation) -> Position | None:
    """Where one school stands; None when nobody knows."""
    return _positions([school]).get(school.pk)


def pin_changes() -> Iterator[PinChanges]:
    """What must change on the map, by batches of schools in the order of their ids."""
    after = 0
    while True:
        upto = Organisation.objects.filter(pk__gt=after).order_by("pk").values_list("pk", flat=True)
        window = list(upto[:AT_ONCE])
        if not window:
            return
        span = {"pk__gt": after, "pk__lte": window[-1]}
        after = window[-1]
        changes = _changes(list(takes_part().filter(**span)), MapPin.objects.filter(**span))
        if changes.put or changes.gone:
            yield changes


def _changes(schools: list[Organisation], shown: QuerySet[MapPin]) -> PinChanges:
    before = {pin.pk: pin for pin in shown}
    positions = _positions(schools)
    pins = [_pin(school, positions.get(school.pk)) for school in schools]
    put = [pin for pin in pins if pin.pk not in before or _differs(pin, before[pin.pk])]
    return PinChanges(put, sorted(set(before) - {school.pk for school in schools}))


def _differs(one: MapPin, other: MapPin) -> bool:
    return any(getattr(one, name) != getattr(other, name) for name in PIN_FIELDS)


def _pin(school: Organisation, at: Position | None) -> MapPin:
    pin = MapPin(
        organisation=school, country=school.country, town=school.place, kind=school.kind
    )  # fmt: skip
    if at is not None:
        pin.latitude, pin.longitude, pin.is_exact = at.latitude, at.longitude, at.is_exact
        pin.cell_row = int((at.latitude + 90) * CELLS_A_DEGREE)
        pin.cell_column = int((at.longitude + 180) * CELLS_A_DEGREE)
    return pin


def _positions(schools: list[Organisation]) -> dict[int, Position]:
    """Of many schools in at most three queries."""
    found, lost = {}, []
    for school in schools:
        if school.latitude is not None and school.longitude is not None:
            found[school.pk] = Position(school.latitude, school.longitude, is_exact=True)
        else:
            lost.append(school)
    for name in ("place", "postcode"):
        middles = _middles(name, {(s.country, getattr(s, name)) for s in lost})
        for school in list(lost):
            middle = middles.get((school.country, getattr(school, name)))
            if middle is not None:
                found[school.pk] = Position(*middle, is_exact=False)
                lost.remove(school)
    return found


def _middles(name: str, places: Iterable[Place]) -> dict[Place, Middle]:
    """The mean of the open schools with coordinates in each place."""
    by_country: dict[str, set[str]] = {}
    for country, place in places:
        if place:
            by_country.setdefault(country, set()).add(place)
    wanted = Q()
    for country, named in by_country.items():
        wanted |= Q(country=country, **{f"{name}__in": named})
    if not wanted:
        return {}
    rows = (
        Organisation.objects.filter(wanted, state=OrganisationState.ACTIVE)
        .filter(latitude__isnull=False, longitude__isnull=False)
        .values_list("country", name)
        .annotate(Avg("latitude"), Avg("longitude"))
    )
    return {(country, place): (lat, lon) for country, place, lat, lon in rows}
