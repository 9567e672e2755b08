"""What the map of schools counts. Schools only, never people: a small number of educators would
point at somebody, also by taking one number from another."""

from collections.abc import Callable
from dataclasses import dataclass

from django.core.cache import cache
from django.db.models import Avg, Count, F, Max, Min, QuerySet

from opentwinning.core.clock import now
from opentwinning.core.text import words
from opentwinning.people.organisations.models import MapPin, Organisation
from opentwinning.people.organisations.queries.lists import ids_of_schools
from opentwinning.people.organisations.queries.outlines import Box
from opentwinning.people.organisations.vocabulary import (
    COLUMNS_OF_MAP,
    MAP_KEPT,
    SCHOOLS_LISTED,
    TOWNS_LISTED,
)

_DRAWING = "map:drawing"  # which one the kept numbers belong to


@dataclass(frozen=True, slots=True)
class MapWish:
    """What somebody wants to see. ``kind`` and ``q`` filter the map and the list; ``cell`` (row,
    column, step) and ``town`` the list alone."""

    country: str
    q: str = ""
    kind: str = ""
    town: str = ""
    cell: tuple[int, int, int] | None = None
    is_lost: bool = False

    @property
    def is_plain(self) -> bool:
        """Nothing is filtered: everybody sees the same."""
        return not (self.q or self.kind)

    @property
    def lists_schools(self) -> bool:
        """Schools are listed, not towns."""
        return not self.is_plain or bool(self.town) or self.cell is not None or self.is_lost


@dataclass(frozen=True, slots=True)
class Spot:
    """Schools that one mark stands for; ``ends`` are the first and last of its towns by name."""

    key: str
    count: int
    latitude: float
    longitude: float
    ends: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class CountryCount:
    """A country with schools that take part; no position when none of them has one."""

    country: str
    count: int
    latitude: float | None
    longitude: float | None


@dataclass(frozen=True, slots=True)
class CountryMap:
    """``lost`` schools have no place at all."""

    spots: tuple[Spot, ...]
    total: int
    lost: int


def countries_on_map() -> list[CountryCount]:
    """Every country with schools that take part, many schools first."""
    return _kept("map:countries", _countries)


def _countries() -> list[CountryCount]:
    rows = (
        MapPin.objects.values_list("country")
        .annotate(number=Count("pk"), north=Avg("latitude"), east=Avg("longitude"))
        .order_by("-number", "country")
    )
    return [CountryCount(*row) for row in rows]


def step_of(box: Box) -> int:
    """How many tenths of a degree a cell is wide, so that a map shows a few hundred at most."""
    return max(1, -int(-(box.east - box.west) * 10 // COLUMNS_OF_MAP))


def country_map(wish: MapWish, step: int) -> CountryMap:
    """The schools of a country by cells."""
    if wish.is_plain:
        return _kept(f"map:{wish.country}:{step}", lambda: _country_map(wish, step))
    return _country_map(wish, step)


def _country_map(wish: MapWish, step: int) -> CountryMap:
    rows = list(
        _wished(wish)
        .annotate(down=F("cell_row") / step, along=F("cell_column") / step)
        .values_list("down", "along")
        .annotate(Count("pk"), Avg("latitude"), Avg("longitude"), Min("town"), Max("town"))
        .order_by("down", "along")
    )
    placed = [row for row in rows if row[0] is not None]
    spots = tuple(
        Spot(f"{down}-{along}-{step}", count, north, east, (first, last))
        for down, along, count, north, east, first, last in placed
    )
    return CountryMap(
        spots, sum(row[2] for row in rows), sum(row[2] for row in rows if row[0] is None)
    )


def towns_on_map(wish: MapWish) -> list[tuple[str, int]]:
    """Towns with the number of their schools, many schools first; one more than is listed tells
    that there are more."""
    return _kept(f"map:{wish.country}:towns", lambda: _towns(wish))


def _towns(wish: MapWish) -> list[tuple[str, int]]:
    rows = _wished(wish).exclude(town="").values_list("town").annotate(number=Count("pk"))
    return list(rows.order_by("-number", "town")[: TOWNS_LISTED + 1])


def kinds_on_map(country: str) -> list[str]:
    """The kinds of schools in a country, as its register calls them, the most frequent first."""
    return _kept(f"map:{country}:kinds", lambda: _kinds(country))


def _kinds(country: str) -> list[str]:
    rows = MapPin.objects.filter(country=country).exclude(kind="").values_list("kind")
    return [row[0] for row in rows.annotate(number=Count("pk")).order_by("-number", "kind")[:30]]


def schools_on_map(wish: MapWish) -> tuple[list[Organisation], int]:
    """The schools that a cell, a town or a filter leaves, by name, and how many there are."""
    pins = _wished(wish)
    if wish.cell is not None:
        down, along, step = wish.cell
        pins = pins.filter(
            cell_row__gte=down * step, cell_row__lt=(down + 1) * step,
            cell_column__gte=along * step, cell_column__lt=(along + 1) * step,
        )  # fmt: skip
    if wish.town:
        pins = pins.filter(town=wish.town)
    if wish.is_lost:
        pins = pins.filter(cell_row=None)
    rows = Organisation.objects.filter(pk__in=pins.values("pk")).order_by("name", "place", "pk")
    return list(rows[:SCHOOLS_LISTED]), pins.count()


def _wished(wish: MapWish) -> QuerySet[MapPin]:
    pins = MapPin.objects.filter(country=wish.country)
    if wish.kind:
        pins = pins.filter(kind=wish.kind)
    if words(wish.q):
        pins = pins.filter(pk__in=ids_of_schools(wish.country, wish.q))
    return pins


def _kept[T](key: str, make: Callable[[], T]) -> T:
    """The same for everybody, some minutes old at most."""
    key = f"{key}:{cache.get(_DRAWING, 0)}"
    kept: T | None = cache.get(key)
    if kept is None:
        kept = make()
        cache.set(key, kept, MAP_KEPT)
    return kept


def count_anew() -> None:
    """The map was drawn anew: what was counted before is not shown any more."""
    cache.set(_DRAWING, now().timestamp(), None)
