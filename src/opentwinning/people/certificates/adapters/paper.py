"""A certificate as a PDF: tagged, in its language, with fonts of our own (C15, rule 15 of access).

Text reaches the typesetter as data, never as markup, so a name cannot command it.
"""

import datetime as dt
import json
import logging
from pathlib import Path

import segno

from opentwinning.core.printing import FONTS
from opentwinning.people.certificates.vocabulary import Paper

_HERE = Path(__file__).parent
log = logging.getLogger(__name__)


def drawn(paper: Paper, issued_at: dt.datetime) -> bytes:
    """The PDF. It claims PDF/UA-1; a letter that no font of ours has would make that claim false,
    so such a paper is drawn without the claim, still tagged."""
    import typst

    inputs = {"paper": json.dumps(paper.as_data()), "qr": _qr(paper.check_address)}
    try:
        return _compiled(typst, inputs, issued_at, ["ua-1"])
    except typst.TypstError:
        log.warning("a certificate was drawn without claiming PDF/UA-1")
        return _compiled(typst, inputs, issued_at, [])


def _compiled(
    typst: object, inputs: dict[str, str], issued_at: dt.datetime, standards: list[str]
) -> bytes:
    result: bytes = typst.compile(  # type: ignore[attr-defined]  # a module without types
        str(_HERE / "certificate.typ"),
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
        sys_inputs=inputs,
        pdf_standards=standards,
        timestamp=issued_at.replace(microsecond=0),
    )
    return result


def _qr(address: str) -> str:
    """The check address as SVG, dark on nothing."""
    drawing: str = segno.make(address, error="m").svg_inline(dark="#1b2430", border=0, scale=4)
    return drawing.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
