"""Step 8: a class list becomes cards, a lesson opens, pupils come in by card and by pictures."""

import io
import re
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import zxingcpp
from PIL import Image, ImageChops, ImageStat

from tests.journeys.player import Player, Stage

PHONE = 360
LIST = Path(__file__).parents[2] / "data/classlists/paste_24_nicknames.txt"
DOTS = 8  # of the picture of a sheet, per millimetre
CARD, MARGIN = (97, 70), (8, 8.5)  # millimetres
Face = Image.Image


@dataclass
class PaperCard:
    """What stands on one printed card, as a camera and an eye read it."""

    link: str
    nickname: str
    code: str
    pictures: list[Face]


def she_makes_a_class(teacher: Player, name: str) -> None:
    teacher.opens("/classes")
    teacher.taps("New class", within="main")
    teacher.types("Name of the class", name)
    teacher.ticks("9–12 years")
    teacher.taps("Make the class")


def she_adds_24_pupils_and_prints(teacher: Player, name: str) -> list[PaperCard]:
    """From her classes: paste, look through, add, print (R-31 to R-34)."""
    teacher.opens("/classes")
    teacher.proves_who_she_is()
    with teacher.within("Add 24 pupils and print cards", 6):
        teacher.taps(name, within="main")
        teacher.taps("Add pupils", within="main")
        teacher.types("Nicknames, one per line", LIST.read_text("utf-8"))
        teacher.taps("Look through the list")
        teacher.taps("Add 24 pupils")
        sheet = teacher.prints("Print the chosen cards")
    cards = read_cards(sheet)
    assert len(cards) == 24
    assert len({card.link for card in cards}) == 24
    return cards


def read_cards(sheet: bytes) -> list[PaperCard]:
    """Scan the sheets: two columns of cards, each with a square for the camera."""
    cards = []
    for page in pypdfium2.PdfDocument(sheet):
        picture = page.render(scale=DOTS * 25.4 / 72).to_pil().convert("RGB")
        words = page.get_textpage()
        for number in range(8):
            x = MARGIN[0] + number % 2 * CARD[0]
            y = MARGIN[1] + number // 2 * CARD[1]
            found = zxingcpp.read_barcodes(_cut(picture, x, y, *CARD))
            if found:
                name = _words(page, words, x + 43, y + 8.5, 54, 16)
                code = re.search(r"\w{4}-\w{4}", _words(page, words, x, y, *CARD))
                faces = _faces(_cut(picture, x + 41, y + 22, 56, 25))
                cards.append(PaperCard(found[0].text, name, code[0] if code else "", faces))
    return cards


def _faces(part: Face) -> list[Face]:
    """The coloured drawings of a part of a card, from the left; its words and frames are grey."""
    columns = _colours(part).resize((part.width, 1), Image.Resampling.BOX).tobytes()
    edges: list[list[int]] = []
    for x, colour in enumerate(columns):
        if colour and edges and x - edges[-1][1] < 3 * DOTS:
            edges[-1][1] = x
        elif colour:
            edges.append([x, x])
    return [_trimmed(part.crop((left, 0, right + 1, part.height))) for left, right in edges]


def _trimmed(part: Face) -> Face:
    return part.crop(_colours(part).getbbox())


def _colours(part: Face) -> Face:
    """White where a dot is clearly coloured, black elsewhere."""
    return part.convert("HSV").getchannel("S").point(lambda strength: 255 * (strength > 60))


def _cut(picture: Face, x: float, y: float, width: float, height: float) -> Face:
    left, top = round(x * DOTS), round(y * DOTS)
    return picture.crop((left, top, left + round(width * DOTS), top + round(height * DOTS)))


def _words(page: object, words: object, x: float, y: float, width: float, height: float) -> str:
    """The words in a rectangle given in millimetres from the top left corner."""
    point = 72 / 25.4
    tall = page.get_height()  # type: ignore[attr-defined]
    text: str = words.get_text_bounded(  # type: ignore[attr-defined]
        x * point, tall - (y + height) * point, (x + width) * point, tall - y * point
    )
    return " ".join(text.split())


def she_opens_the_lesson(teacher: Player, name: str) -> None:
    """From her classes: one tap opens the door, and she sees who is in."""
    teacher.opens("/classes")
    with teacher.within("Open lesson and see who is in", 2):
        teacher.taps("Open lesson", of=name)
    teacher.sees("The door is open until", "0 of 24 are in")


def pupil_comes_by_card(stage: Stage, card: PaperCard) -> Player:
    """The camera reads the square and offers the link: that is all (R-35)."""
    pupil = stage.player(card.nickname, width=PHONE)
    with pupil.within("Pupil signs in by card", 3):
        pupil.taps_made += 1  # the camera's own "open this link"
        pupil.page.goto(card.link)
        pupil.page.wait_for_url(lambda address: not address.endswith("/pupils"))
    pupil.looks()
    return pupil


def pupil_comes_by_code(stage: Stage, card: PaperCard) -> Player:
    """No camera: the code of the class, her nickname, her three pictures."""
    pupil = stage.player(card.nickname, width=PHONE)
    pupil.opens("/")
    pupil.taps("Enter here")
    pupil.types("Class code", card.code)
    pupil.taps("Open the door")
    pupil.taps(card.nickname)
    for number, face in enumerate(card.pictures):
        pupil.sees("Tap your " + ("first", "second", "third")[number] + " picture")
        pupil.taps(word_of(pupil, face), exact=True)
    return pupil


def word_of(pupil: Player, face: Face) -> str:
    """The word under the picture on the screen that looks like the one on the card."""
    likeness = {}
    for button in pupil.page.locator(".ot-pictures__item").all():
        shot = button.locator("svg").screenshot()
        seen = _trimmed(Image.open(io.BytesIO(shot)).convert("RGB"))
        likeness[button.inner_text().strip()] = _difference(face, seen)
    return min(likeness, key=lambda word: likeness[word])


def _difference(one: Face, other: Face) -> float:
    size = (32, 32)
    apart = ImageChops.difference(one.resize(size), other.resize(size))
    return sum(ImageStat.Stat(apart).mean)


def she_sees_who_is_in(teacher: Player, *cards: PaperCard) -> None:
    """The page of the lesson follows by itself."""
    teacher.sees(f"{len(cards)} of 24 are in")
    for card in cards:
        teacher.sees(card.nickname)
