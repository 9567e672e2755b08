"""Step 8: a class list becomes cards, a lesson opens, pupils come in."""

import re
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import zxingcpp

from tests.journeys.player import Player

PHONE = 390
NICKNAMES = (Path(__file__).parents[2] / "data/classlists/paste_24_nicknames.txt").read_text(
    "utf-8"
)


@dataclass
class PaperCard:
    """What stands on one printed card, as a camera and an eye read it."""

    link: str
    nickname: str
    pictures: list[str]


def she_makes_a_class(teacher: Player, name: str) -> None:
    teacher.opens("/classes")
    teacher.taps("New class", within="main")
    teacher.types("Name of the class", name)
    teacher.ticks("9–12")
    teacher.taps("Make the class")


def she_adds_24_pupils_and_prints(teacher: Player) -> list[PaperCard]:
    """Paste, look through, add, print (R-31 to R-34)."""
    with teacher.within("Add 24 pupils and print cards", 6):
        teacher.taps("Add pupils", within="main")
        teacher.types("Nicknames, one per line", NICKNAMES)
        teacher.taps("Look through the list")
        teacher.taps("Add 24 pupils")
        if not teacher.page.get_by_role("button", name="Print the chosen cards").count():
            teacher.taps("Print cards", within="main")
        sheet = teacher.prints("Print the chosen cards")
    cards = read_cards(sheet)
    assert len(cards) == 24
    return cards


def read_cards(sheet: bytes) -> list[PaperCard]:
    """Scan the sheet: eight cards a page, each with a square for the camera."""
    cards: list[PaperCard] = []
    for page in pypdfium2.PdfDocument(sheet):
        picture = page.render(scale=3).to_pil().convert("L")
        squares = zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode)
        text = page.get_textpage()
        height = page.get_height()
        for square in squares:
            at = square.position
            middle = (at.top_left.x + at.bottom_right.x) / 6
            low = height - (at.bottom_right.y / 3) - 45
            around = text.get_text_bounded(middle - 160, low, middle + 160, low + 160)
            cards.append(PaperCard(square.text, *_words(around)))
    return cards


def _words(text: str) -> tuple[str, list[str]]:
    return text, re.findall(r"\w+", text)
