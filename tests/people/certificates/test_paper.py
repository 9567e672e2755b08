"""The drawn paper: every letter of our languages, and names that try to command the typesetter."""

import dataclasses
import datetime as dt
import io
import shutil
import subprocess
from pathlib import Path

import pytest
from pypdf import PdfReader

from opentwinning.people.certificates.adapters.paper import drawn
from opentwinning.people.certificates.vocabulary import Paper
from tests.inputs import hostile_names, payloads

NOW = dt.datetime(2027, 6, 2, tzinfo=dt.UTC)
PAPER = Paper(
    language="en",
    programme="Programme",
    title="Certificate of participation",
    certifies="This certifies that",
    name="Ana",
    name_label="Name",
    school="School",
    sentence="carried this project:",
    subject="Water",
    lines=[("Countries", "Slovenia")],
    issued="Issued on 2 June 2027",
    office="Zavod Most",
    signature="Signature",
    check_label="Check the code here:",
    check_address="https://twin.example.org/certificates/check/ABCD-EFGH-JKMN",
    check_shown="twin.example.org/certificates/check",
    code="ABCD-EFGH-JKMN",
    qr_alt="QR code",
)


def paper(**changed) -> Paper:
    return dataclasses.replace(PAPER, **changed)


def words(pdf: bytes) -> str:
    """The text of the paper, lines joined."""
    return " ".join(PdfReader(io.BytesIO(pdf)).pages[0].extract_text().split())


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("sl", "Čedomir Žgajnar Šuštar"),
        ("ro", "Ștefan Țăndărică Îngerașu"),
        ("da", "Søren Ærø Åkjær"),
        ("en", "Łukasz Ωμέγα Жанна Ğül İpek"),
    ],
)
def test_every_letter_of_our_languages_is_drawn(language, name):
    """Noto Sans has each glyph, so PDF/UA holds and no box replaces a letter."""
    pdf = drawn(paper(language=language, name=name), NOW)
    reader = PdfReader(io.BytesIO(pdf))
    assert name in words(pdf)
    assert reader.trailer["/Root"]["/Lang"] == language
    assert b"pdfuaid" in reader.xmp_metadata.stream.get_data()
    fonts = {font["/BaseFont"] for font in reader.pages[0]["/Resources"]["/Font"].values()}
    assert all("NotoSans" in str(font) for font in fonts), fonts


def test_our_fonts_cover_latin_greek_and_cyrillic_and_are_small():
    folder = Path(__file__).parents[3] / "src/opentwinning/core/fonts"
    files = sorted(folder.glob("*.ttf"))
    assert [f.name for f in files] == ["NotoSans-Bold.ttf", "NotoSans-Regular.ttf"]
    assert all(f.stat().st_size < 500_000 for f in files)
    assert "SIL OPEN FONT LICENSE" in (folder / "OFL.txt").read_text("utf-8")


HOSTILE = [
    '#panic("x")',
    '#read("/etc/passwd")',
    "*bold* _it_ $x^2$ = Heading",
    '"; #let d = 1 //',
    "\\u{41} @cite <label> ~ --- ```raw```",
    '#import "@preview/x:1.0.0"',
]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_that_is_typesetting_code_is_printed_as_it_is(name):
    assert name in words(drawn(paper(name=name), NOW))


def test_attack_strings_and_odd_names_still_give_a_paper():
    """C10, C15: whatever people type; letters no font has lose the claim, not the paper."""
    odd = [names[0] for names in hostile_names().values()]
    for text in [*odd, *payloads("xss")[:5], *payloads("sql")[:3]]:
        pdf = drawn(paper(name=text[:120], subject=text[:120] or "–"), NOW)
        reader = PdfReader(io.BytesIO(pdf))
        assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
        assert "/JavaScript" not in str(reader.trailer["/Root"])


def test_a_very_long_title_stays_on_one_page():
    pdf = drawn(paper(subject="Neighbours of the long river and " * 4, name="Ime " * 20), NOW)
    assert len(PdfReader(io.BytesIO(pdf)).pages) == 1


def test_two_drawings_of_one_certificate_are_alike():
    assert drawn(PAPER, NOW) == drawn(PAPER, NOW)


def test_its_structure_is_a_title_and_paragraphs(tmp_path):
    """Read by poppler where the machine has it, by pypdf otherwise."""
    pdf = drawn(PAPER, NOW)
    program = shutil.which("pdfinfo")
    if program is None:
        tree = PdfReader(io.BytesIO(pdf)).trailer["/Root"]["/StructTreeRoot"]
        assert "/H1" in _kinds(tree)
        return
    file = tmp_path / "paper.pdf"
    file.write_bytes(pdf)
    shown = subprocess.run(
        [program, "-struct-text", file], capture_output=True, text=True, check=True
    )
    assert "H1" in shown.stdout
    assert "Certificate of participation" in shown.stdout
    assert "Figure" in shown.stdout


def _kinds(node, found=None):
    found = set() if found is None else found
    if isinstance(node, dict):
        if "/S" in node:
            found.add(str(node["/S"]))
        kids = node.get("/K")
        for kid in kids if isinstance(kids, list) else [kids]:
            _kinds(kid.get_object() if hasattr(kid, "get_object") else kid, found)
    return found
