"""Draw the people, the project covers, the sign-in pictures and the scenes.

    python3 -m tools.design.draw        writes src/opentwinning/core/static/ot/art/*.svg

The sheets hold one <symbol> per drawing. Cover colours are custom properties (--c1 … --c5), so
twelve patterns, eight colourways and a mirror give 192 covers from one small file.
"""

from pathlib import Path

from tools.design.covers import COVERS
from tools.design.people import person
from tools.design.pictures import PICTURES
from tools.design.scenes import scenes
from tools.design.shapes import H, Sheet, W

ART = Path(__file__).resolve().parents[2] / "src/opentwinning/core/static/ot/art"


def sheets() -> dict[str, Sheet]:
    """All sheets by the name of their file."""
    return {
        "people": {f"p{n:02}": ("0 0 64 64", person(n)) for n in range(48)},
        "covers": {f"c{n:02}": (f"0 0 {W} {H}", draw()) for n, draw in enumerate(COVERS)},
        "pictures": {name: ("0 0 64 64", inside) for name, inside in PICTURES.items()},
        "scenes": scenes(),
    }


def written(sheet: Sheet) -> str:
    """The text of a sheet: one symbol per drawing."""
    symbols = "\n".join(
        f'<symbol id="{key}" viewBox="{box}" preserveAspectRatio="xMidYMid slice">{inside}</symbol>'
        for key, (box, inside) in sheet.items()
    )
    return f'<svg xmlns="http://www.w3.org/2000/svg">\n{symbols}\n</svg>\n'


if __name__ == "__main__":
    ART.mkdir(parents=True, exist_ok=True)
    for name, sheet in sheets().items():
        (ART / f"{name}.svg").write_text(written(sheet), "utf-8")
