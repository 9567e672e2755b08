"""Inputs for tests: strange, hostile and real ones. Where they come from: data/ATTRIBUTION.md.

payloads("xss")             lines of attacks: xss, csv_formula, open_redirect, path_traversal, sql
hostile_files()             SVG, JPEG, GIF, PNG, XML and zip files with code or tricks inside
naughty_strings()           strings by kind; flat with all_naughty_strings()
hostile_names()             names of people by trick: direction override, zero width, look-alikes …
photo(orientation)          photo with GPS position, EXIF orientation 1 to 8; 240 x 160 upright
CORNERS                     colours a rightly turned photo shows
register("gb_gias_2023-07") excerpt of a national school register
class_list("si_excel_cp1250.csv")
"""

import json
from pathlib import Path

DATA = Path(__file__).parent / "data"
CORNERS = {
    (10, 10): (192, 57, 43),
    (230, 10): (30, 132, 73),
    (10, 150): (31, 97, 141),
    (230, 150): (212, 172, 13),
}


def payloads(name: str) -> list[str]:
    """Attack lines, one string each, in file order."""
    return (DATA / "payloads" / f"{name}.txt").read_text(encoding="utf-8").splitlines()


def hostile_files() -> list[Path]:
    """Files with code or tricks inside, by name."""
    return sorted((DATA / "payloads" / "files").iterdir())


def naughty_strings() -> dict[str, list[str]]:
    """Strings that broke somebody's software, by kind."""
    return json.loads((DATA / "naughty_strings.json").read_text(encoding="utf-8"))


def all_naughty_strings() -> list[str]:
    """The same without kinds."""
    return [each for kind in naughty_strings().values() for each in kind]


def hostile_names() -> dict[str, list[str]]:
    """Names of people and things that deceive the eye or the database, by trick."""
    return json.loads((DATA / "hostile_names.json").read_text(encoding="utf-8"))


def photo(orientation: int) -> Path:
    """A JPEG with GPS position, stored under this EXIF orientation (1 to 8)."""
    return DATA / "images" / f"orientation_{orientation}.jpg"


def image(name: str) -> Path:
    """Another picture: cut_off.jpg, web_page_named.png, no_exif.png …"""
    return DATA / "images" / name


def register(name: str) -> Path:
    """Excerpt of a national school register in its own columns."""
    return DATA / "registers" / f"{name}.csv"


def class_list(name: str) -> Path:
    """A list of nicknames as a teacher might upload it."""
    return DATA / "classlists" / name
