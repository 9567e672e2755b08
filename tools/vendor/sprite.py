#!/usr/bin/env python3
"""Build ot/icons.svg from the icons named in icons.txt.

    python3 tools/vendor/sprite.py <folder of lucide svg files> <version>

Stroke, caps and joins stand in the style sheet (.ot-icon), so the sprite holds shapes only.
"""

import re
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
SPRITE = HERE.parents[1] / "src/opentwinning/core/static/ot/icons.svg"


def main(folder: Path, version: str) -> None:
    symbols = []
    for name in (HERE / "icons.txt").read_text("utf-8").split():
        source = (folder / f"{name}.svg").read_text("utf-8")
        inside = source[source.index(">", source.index("<svg")) + 1 : source.rindex("</svg>")]
        inside = re.sub(r"\s*\n\s*", "", inside).replace(" />", "/>").strip()
        symbols.append(f'<symbol id="{name}" viewBox="0 0 24 24">{inside}</symbol>')
    head = f"<!-- Lucide {version}, ISC licence (parts MIT): see ot/vendor/LICENCES.txt -->"
    body = "\n".join(symbols)
    SPRITE.write_text(
        f'{head}\n<svg xmlns="http://www.w3.org/2000/svg">\n{body}\n</svg>\n', "utf-8"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
