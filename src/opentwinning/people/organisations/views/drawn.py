"""The map as something to draw: marks and land in the units of one drawing."""

from dataclasses import dataclass

from opentwinning.core.vocabulary import label
from opentwinning.people.organisations.queries import (
    EUROPE,
    Box,
    CountryCount,
    CountryMap,
    Frame,
    Land,
    Position,
    Spot,
    box_of,
    box_of_country,
    lands,
)

SMALLEST, LARGEST = 6.5, 17.0  # radius of a mark
NUMBERED = 10.0  # from this radius a number is readable in it


@dataclass(frozen=True, slots=True)
class Mark:
    """A circle; ``key`` is the country or cell behind it."""

    x: float
    y: float
    radius: float
    count: int
    key: str
    first: str = ""
    last: str = ""

    @property
    def name(self) -> str:
        """The country in the reader's language, when the key is one."""
        return label("countries", self.key)

    @property
    def is_numbered(self) -> bool:
        """Large enough to hold its number."""
        return self.radius >= NUMBERED


@dataclass(frozen=True, slots=True)
class Drawing:
    """``outside`` is the number of schools that lie outside the frame."""

    frame: Frame
    lands: tuple[Land, ...]
    marks: tuple[Mark, ...]
    outside: int = 0


def drawing_of_countries(counts: list[CountryCount]) -> Drawing:
    """Europe, with one mark for each country."""
    return _drawing(EUROPE, [spot for each in counts if (spot := _spot_of(each)) is not None])


def _spot_of(found: CountryCount) -> Spot | None:
    """In the middle of its schools; of the country, where far islands draw that into the sea."""
    if found.latitude is None or found.longitude is None:
        return None
    north, east = found.latitude, found.longitude
    box = box_of_country(found.country)
    if box is not None and not box.holds(north, east):
        north, east = (box.south + box.north) / 2, (box.west + box.east) / 2
    return Spot(found.country, found.count, north, east)


def frame_of(code: str) -> Box | None:
    """The piece of earth that shows a country."""
    return box_of_country(code)


def drawing_of_country(found: CountryMap, box: Box | None) -> Drawing | None:
    """One country; without an outline, the ground around its schools; None without any place."""
    if box is None and found.spots:
        box = box_of([(spot.longitude, spot.latitude) for spot in found.spots]).with_room()
    return _drawing(box, found.spots) if box is not None else None


def drawing_of_school(code: str, at: Position) -> Drawing:
    """Where one school stands in its country."""
    box = box_of_country(code)
    if box is None or not box.holds(at.latitude, at.longitude):
        box = box_of([(at.longitude, at.latitude)]).wider(3)
    return _drawing(box, [Spot("", 1, at.latitude, at.longitude)])


def _drawing(box: Box, spots: list[Spot] | tuple[Spot, ...]) -> Drawing:
    frame = Frame(box)
    inside = [spot for spot in spots if box.holds(spot.latitude, spot.longitude)]
    most = max((spot.count for spot in inside), default=1)
    marks = [_mark(spot, frame, most) for spot in sorted(inside, key=lambda s: -s.latitude)]
    outside = sum(spot.count for spot in spots) - sum(spot.count for spot in inside)
    return Drawing(frame, lands(box), tuple(marks), outside)


def _mark(spot: Spot, frame: Frame, most: int) -> Mark:
    """The area of a mark grows with its number; the largest number has the largest mark."""
    x, y = frame.at(spot.latitude, spot.longitude)
    share: float = (spot.count / most) ** 0.5 if most > 1 else 0
    radius = round(SMALLEST + share * (LARGEST - SMALLEST), 1)
    return Mark(x, y, radius, spot.count, spot.key, *spot.ends)
