"""Write the outlines of countries for the map of schools.

`npm pack world-atlas@2.0.2`, unpack it, then
`python -m tools.draw_outlines package/countries-50m.json`.
The package is Natural Earth (public domain) as TopoJSON. Kept is what lies in and around Europe,
rounded to hundredths of a degree, each point as its step from the one before.
"""

import json
import sys
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from typing import Any

from opentwinning.people.organisations.queries.outlines import FILE, GRAIN, Box, Ring, clipped

WINDOW = Box(-32, 26, 52, 72)
# ISO 3166-1 numbers, as the package names countries, and our codes; Kosovo has no number.
CODES = {
    "008": "AL", "012": "DZ", "020": "AD", "031": "AZ", "040": "AT", "051": "AM", "056": "BE",
    "070": "BA", "100": "BG", "112": "BY", "191": "HR", "196": "CY", "203": "CZ", "208": "DK",
    "233": "EE", "234": "FO", "246": "FI", "248": "AX", "250": "FR", "268": "GE", "275": "PS",
    "276": "DE", "300": "GR", "336": "VA", "348": "HU", "352": "IS", "372": "IE", "376": "IL",
    "380": "IT", "400": "JO", "422": "LB", "428": "LV", "434": "LY", "438": "LI", "440": "LT",
    "442": "LU", "470": "MT", "492": "MC", "498": "MD", "499": "ME", "504": "MA", "528": "NL",
    "578": "NO", "616": "PL", "620": "PT", "642": "RO", "643": "RU", "674": "SM", "688": "RS",
    "703": "SK", "705": "SI", "724": "ES", "752": "SE", "756": "CH", "760": "SY", "788": "TN",
    "792": "TR", "804": "UA", "807": "MK", "818": "EG", "826": "GB", "831": "GG", "832": "JE",
    "833": "IM",
}  # fmt: skip


def main() -> None:
    """Read the package's file, write ours."""
    found = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    arcs = [_arc(arc, found["transform"]) for arc in found["arcs"]]
    countries: dict[str, list[list[int]]] = {}
    for each in found["objects"]["countries"]["geometries"]:
        code = CODES.get(each.get("id", ""))
        code = "XK" if each["properties"]["name"] == "Kosovo" else code
        if code:
            rings = (clipped(_ring(ring, arcs), WINDOW) for ring in _outer(each))
            countries[code] = [flat for ring in rings if len(flat := _steps(ring)) > 6]
    written = {"about": "Natural Earth 1:50m, public domain, by way of world-atlas 2.0.2 (ISC)"}
    text = json.dumps(written | {"countries": dict(sorted(countries.items()))}, indent=None)
    FILE.write_text(text.replace(", ", ",") + "\n", encoding="utf-8")


def _arc(arc: list[list[int]], transform: dict[str, Any]) -> list[tuple[float, float]]:
    (wide, high), (west, south) = transform["scale"], transform["translate"]
    easts, norths = accumulate(p[0] for p in arc), accumulate(p[1] for p in arc)
    return [(x * wide + west, y * high + south) for x, y in zip(easts, norths, strict=True)]


def _outer(geometry: dict[str, Any]) -> list[list[int]]:
    """The outer ring of each part: lakes are land here."""
    if geometry["type"] == "Polygon":
        return [geometry["arcs"][0]]
    return [part[0] for part in geometry["arcs"]]


def _ring(numbers: list[int], arcs: list[list[tuple[float, float]]]) -> Ring:
    points: list[tuple[float, float]] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:] if points else arc
    return tuple(_unwrapped(points))


def _unwrapped(points: list[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """Past 180° east the numbers go on: a ring does not run back around the world."""
    turns, before = 0, points[0][0]
    for east, north in points:
        if abs(east - before) > 180:
            turns += 1 if east < before else -1
        before = east
        yield east + 360 * turns, north


def _steps(ring: Ring) -> list[int]:
    rounded = [(round(x * GRAIN), round(y * GRAIN)) for x, y in ring]
    kept = [point for n, point in enumerate(rounded) if n == 0 or point != rounded[n - 1]]
    flat: list[int] = []
    for n, (x, y) in enumerate(kept):
        before = kept[n - 1] if n else (0, 0)
        flat += [x - before[0], y - before[1]]
    return flat


if __name__ == "__main__":
    main()
