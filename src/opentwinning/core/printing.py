"""Paper: typst templates filled with plain data become tagged PDF. No network, no installed fonts
needed: the faces in ``core/fonts`` travel with the product; the machine's own are a fallback for
scripts we do not carry.

A template reads its data with ``#let data = json(bytes(sys.inputs.data))`` and draws an SVG given
as text with ``image(bytes(data.qr), format: "svg")``.
"""

import json
from pathlib import Path
from typing import Any

FONTS = Path(__file__).parent / "fonts"


def pdf(template: Path, data: dict[str, Any], language: str) -> bytes:
    """The filled template as PDF. ``data`` holds plain values; ``language`` names the reader's, so
    that hyphenation, quotation marks and screen readers follow (``data.language`` in the template).

    Slow (tens of milliseconds a page): call it outside transactions.
    """
    import typst

    made = typst.compile(
        template,
        root=template.parent,
        font_paths=[FONTS],
        format="pdf",
        sys_inputs={"data": json.dumps({**data, "language": language})},
    )
    if not isinstance(made, bytes):
        raise TypeError("typst answered with several files")
    return made
