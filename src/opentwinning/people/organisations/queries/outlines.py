"""Outlines of countries, and how a piece of the earth becomes a drawing.

The outlines are a clipped, rounded copy of Natural Earth (public domain), written by
``python -m tools.draw_outlines``. Nothing is fetched: a map costs no other host.
"""

import json
import math
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate, pairwise
from pathlib import Path

FILE = Path(__file__).parent.parent / "data" / "outlines.json"
GRAIN = 100  # the file counts hundredths of a degree
WIDTH, HEIGHT = 480, 520  # of the largest drawing, in its own units
NEAR = 5.0  # degrees: islands farther from the main land are left out of a country's frame
LEAST = 0.4  # degrees: the smallest country still has something around it

type Point = tuple[float, float]
type Ring = tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """West, south, east, north in degrees."""

    west: float
    south: float
    east: float
    north: float

    def holds(self, latitude: float, longitude: float) -> bool:
        """True when a place lies in it."""
        return self.south <= latitude <= self.north and self.west <= longitude <= self.east

    def touches(self, other: "Box") -> bool:
        """True when two boxes share some ground."""
        return (
            self.west < other.east
            and other.west < self.east
            and self.south < other.north
            and other.south < self.north
        )

    def wider(self, by: float) -> "Box":
        """The same with a margin of ``by`` degrees."""
        return Box(self.west - by, self.south - by, self.east + by, self.north + by)

    def with_room(self) -> "Box":
        """The same with a margin that fits its size."""
        return self.wider(max(0.05 * max(self.east - self.west, self.north - self.south), LEAST))


EUROPE = Box(-25, 27, 50, 71.5)


def box_of(points: Ring | list[Point]) -> Box:
    """The smallest box around points of (longitude, latitude)."""
    easts, norths = [p[0] for p in points], [p[1] for p in points]
    return Box(min(easts), min(norths), max(easts), max(norths))


@cache
def outlines() -> dict[str, tuple[Ring, ...]]:
    """Rings of each country by its code; empty for a country we have no outline of."""
    found = json.loads(FILE.read_text(encoding="utf-8"))["countries"]
    return {code: tuple(_ring(flat) for flat in rings) for code, rings in found.items()}


def _ring(flat: list[int]) -> Ring:
    easts, norths = accumulate(flat[::2]), accumulate(flat[1::2])
    return tuple((x / GRAIN, y / GRAIN) for x, y in zip(easts, norths, strict=True))


@cache
def box_of_country(code: str) -> Box | None:
    """Around the main land and the islands near it; None without an outline."""
    boxes = [box_of(ring) for ring in outlines().get(code, ())]
    if not boxes:
        return None
    main = max(boxes, key=lambda b: (b.east - b.west) * (b.north - b.south))
    near = [each for each in boxes if each.touches(main.wider(NEAR))]
    return box_of(
        [p for each in near for p in ((each.west, each.south), (each.east, each.north))]
    ).with_room()


@dataclass(frozen=True, slots=True)
class Frame:
    """A box of the earth as a drawing: Mercator, as people know their maps."""

    box: Box

    @property
    def scale(self) -> float:
        """Units of the drawing for a degree of longitude."""
        high = _mercator(self.box.north) - _mercator(self.box.south)
        return min(WIDTH / (self.box.east - self.box.west), HEIGHT / high)

    @property
    def width(self) -> int:
        return round((self.box.east - self.box.west) * self.scale)

    @property
    def height(self) -> int:
        return round((_mercator(self.box.north) - _mercator(self.box.south)) * self.scale)

    def at(self, latitude: float, longitude: float) -> Point:
        """Where a place stands in the drawing."""
        down = _mercator(self.box.north) - _mercator(latitude)
        return round((longitude - self.box.west) * self.scale, 1), round(down * self.scale, 1)


def _mercator(latitude: float) -> float:
    return math.degrees(math.log(math.tan(math.pi / 4 + math.radians(latitude) / 2)))


@dataclass(frozen=True, slots=True)
class Land:
    """A country as the ``d`` of an SVG path."""

    code: str
    path: str


@lru_cache(maxsize=80)
def lands(box: Box) -> tuple[Land, ...]:
    """Every country that lies in a box, clipped to it."""
    frame = Frame(box)
    drawn = ((code, _path(rings, frame)) for code, rings in outlines().items())
    return tuple(Land(code, path) for code, path in drawn if path)


def _path(rings: tuple[Ring, ...], frame: Frame) -> str:
    inside = (clipped(ring, frame.box) for ring in rings if box_of(ring).touches(frame.box))
    return "".join(_line(ring, frame) for ring in inside if ring)


def _line(ring: Ring, frame: Frame) -> str:
    """One ring in whole units, relative steps: points that fall together are drawn once."""
    points = [tuple(round(v) for v in frame.at(y, x)) for x, y in ring]
    steps = [f"{b[0] - a[0]} {b[1] - a[1]}" for a, b in pairwise(points) if a != b]
    return f"M{points[0][0]} {points[0][1]}l{' '.join(steps)}z" if len(steps) > 1 else ""


def clipped(ring: Ring, box: Box) -> Ring:
    """The part of a ring inside a box (Sutherland and Hodgman)."""
    for axis, edge, sign in (
        (0, box.west, 1), (0, box.east, -1), (1, box.south, 1), (1, box.north, -1),
    ):  # fmt: skip
        ring = _cut(ring, axis, edge, sign)
        if not ring:
            return ()
    return ring


def _cut(ring: Ring, axis: int, edge: float, sign: int) -> Ring:
    kept: list[Point] = []
    for before, point in zip(ring[-1:] + ring[:-1], ring, strict=True):
        was_in, is_in = ((p[axis] - edge) * sign >= 0 for p in (before, point))
        if was_in != is_in:
            part = (edge - before[axis]) / (point[axis] - before[axis])
            kept.append(
                (
                    before[0] + part * (point[0] - before[0]),
                    before[1] + part * (point[1] - before[1]),
                )
            )
        if is_in:
            kept.append(point)
    return tuple(kept)
