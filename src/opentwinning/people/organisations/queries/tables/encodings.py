"""Which encoding a text has. Only UTF-8 and marked files are certain; the rest is weighed."""

import codecs
from dataclasses import dataclass
from typing import BinaryIO

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_PIECE = 1 << 20
_SAMPLE = 60_000  # bytes of lines with letters beyond ASCII
_CANDIDATES = (
    "windows-1252", "windows-1250", "windows-1254", "windows-1257", "windows-1253", "windows-1251",
    "iso-8859-15", "iso-8859-2", "iso-8859-9", "iso-8859-13", "iso-8859-7", "iso-8859-5",
)  # fmt: skip
# Which one a country wrote in before UTF-8; it wins where the letters of a file leave it open.
_USUAL = {
    "windows-1250": "AL BA CZ HR HU ME PL RO SI SK XK",
    "windows-1251": "BG MD MK RS UA",
    "windows-1253": "CY GR",
    "windows-1254": "AZ TR",
    "windows-1257": "EE LT LV",
}
_LATIN = "áàâäãåæçéèêëíìîïñóòôöõøœúùûüýÿß"
_GREEK = "άέήίόύώαβγδεζηθικλμνξοπρσςτυφχψω"
# Letters beyond ASCII of the languages taught in a country's schools.
_LETTERS = {
    "AL": "ëç",
    "AT": "äöüß",
    "AZ": "əğıöşüçİ",
    "BA": "čćđšž",
    "BE": "éèêëàâçîïôûùœ",
    "BG": "абвгдежзийклмнопрстуфхцчшщъьюя",
    "CH": "äöüéèêàçîôû",
    "CY": _GREEK,
    "CZ": "áčďéěíňóřšťúůýž",
    "DE": "äöüß",
    "DK": "æøåé",
    "EE": "äöõüšž",
    "ES": "áéíñóúü",
    "FI": "äöå",
    "FO": "áðíóúýæø",
    "FR": "éèêëàâçîïôûùœÿ",
    "GB": "áéíóúâêîôŵŷ",
    "GR": _GREEK,
    "HR": "čćđšž",
    "HU": "áéíóöőúüű",
    "IE": "áéíóú",
    "IS": "áðéíóúýþæö",
    "IT": "àèéìòùäöü",
    "LT": "ąčęėįšųūž",
    "LU": "äëéèêàçîôû",
    "LV": "āčēģīķļņšūž",
    "MD": "ăâîșşțţабвгдежзийклмнопрстуфхцчшщъьюя",
    "ME": "čćđšžśź",
    "MK": "абвгдѓежзѕијклљмнњопрстќуфхцчџш",
    "MT": "ċġħż",
    "NL": "éëïèöü",
    "NO": "æøåéò",
    "PL": "ąćęłńóśźż",
    "PT": "áâãàçéêíóôõú",
    "RO": "ăâîşţșț",
    "RS": "абвгдђежзијклљмнњопрстћуфхцчџшčćđšž",
    "SE": "åäöé",
    "SI": "čšžćđ",
    "SK": "áäčďéíĺľňóôŕšťúýž",
    "TR": "çğıöşüâîû",
    "UA": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
    "XK": "ëç",
}


@dataclass(frozen=True, slots=True)
class Guess:
    """An encoding; ``is_certain`` when the file itself proves it."""

    name: str
    is_certain: bool


def marked(start: bytes) -> str | None:
    """The encoding of a byte order mark."""
    return next((name for mark, name in _MARKS if start.startswith(mark)), None)


def guess_encoding(file: BinaryIO, country: str) -> Guess:
    """The encoding of a text or web page. Which old one it is cannot be known for certain: the
    letters of the country's languages decide."""
    file.seek(0)
    start = file.read(400)
    if known := marked(start) or _of_wide_letters(start):
        return Guess(known, is_certain=True)
    if _is_utf8(file):
        return Guess("utf-8", is_certain=True)
    sample = _sample(file)
    usual = {name for name, countries in _USUAL.items() if country in countries.split()}
    names = sorted(_CANDIDATES, key=lambda name: name not in usual)
    scores = {name: _weight(sample, name, country) for name in names}
    return Guess(max(names, key=scores.__getitem__), is_certain=False)


def _of_wide_letters(start: bytes) -> str | None:
    """UTF-16 without a mark: every second byte of an ASCII heading is zero."""
    if len(start) < 8 or start.count(0) < len(start) // 4:
        return None
    return "utf-16-le" if start[1::2].count(0) > start[0::2].count(0) else "utf-16-be"


def _is_utf8(file: BinaryIO) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    file.seek(0)
    try:
        while piece := file.read(_PIECE):
            decoder.decode(piece)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _sample(file: BinaryIO) -> bytes:
    """Lines that hold more than ASCII."""
    sample = bytearray()
    file.seek(0)
    while len(sample) < _SAMPLE and (piece := file.read(_PIECE)):
        for line in piece.splitlines():
            if not line.isascii():
                sample += line[:2000] + b"\n"
    return bytes(sample[:_SAMPLE])


def _weight(sample: bytes, name: str, country: str) -> int:
    try:
        text = sample.decode(name)
    except UnicodeDecodeError:
        return -1_000_000_000
    home = _LETTERS.get(country, "")
    score = 0
    for before, char in zip(" " + text, text, strict=False):
        if ord(char) >= 0x80:
            score += _worth(char, before, home)
    return score


def _worth(char: str, before: str, home: str) -> int:
    lower = char.lower()
    if 0x80 <= ord(char) < 0xA0:
        return -20  # a control character: no register holds one
    if char.isalpha():
        odd_case = char.isupper() and before.islower()
        known = 6 if lower in home else 2 if lower in _LATIN else -1
        return known - (4 if odd_case else 0)
    return -4 if before.isalpha() else 0  # a sign inside a word: "o¹ola"
