"""Text rules that every app shares: folding for search, cleaning of names (C10)."""

import re
import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import pgettext

# Letters that NFKD does not take apart, and Turkish dotless i.
_TABLE = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d",
     "ς": "σ", "ħ": "h", "ŧ": "t", "ĸ": "k", "ŋ": "n"}
)  # fmt: skip
_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"\w+")
_BIDI = {chr(c) for c in (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C)}
_INVISIBLE = {chr(c) for c in (0x00AD, 0x180E, 0x200B, 0x2060, 0xFEFF, 0x034F, 0x115F, 0x3164)}
MAX_MARKS = 4


def folded(text: str) -> str:
    """One spelling for search on both engines: no case, no marks, ł→l, ø→o, ş and ș alike."""
    if text.isascii():  # most of a register: no letter to take apart
        return _SPACE.sub(" ", text.lower()).strip()
    decomposed = unicodedata.normalize("NFKD", text.replace("İ", "i").lower().translate(_TABLE))
    bare = "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_TABLE)
    return _SPACE.sub(" ", bare).strip()


def words(text: str) -> list[str]:
    """Folded words of a query, at most ten."""
    return _WORD.findall(folded(text))[:10]


def bare_words(text: str) -> str:
    """All folded words with single spaces between: PostgreSQL keeps "plan.pdf" or an address as
    one word, SQLite as several, and an index of bare words answers alike on both."""
    return " ".join(_WORD.findall(folded(text).replace("_", " ")))


def clean_line(text: str) -> str:
    """A name on one line: NFC, no controls, no bidi or invisible tricks, single spaces."""
    text = unicodedata.normalize("NFC", text)
    if text.isprintable() and _INVISIBLE.isdisjoint(text):
        return " ".join(text.split())
    kept = (c if unicodedata.category(c) != "Cc" else " " for c in text)
    return _SPACE.sub(" ", "".join(c for c in kept if c not in _BIDI | _INVISIBLE)).strip()


def clean_text(text: str) -> str:
    """Longer text: NFC, newlines kept, other controls and bidi overrides removed."""
    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    bad = _BIDI - {"\u200e", "\u200f", "\u061c"}
    return "".join(
        c for c in text if c in "\n\t" or (unicodedata.category(c) != "Cc" and c not in bad)
    )


def skeleton(name: str) -> str:
    """Names that look alike share a skeleton: folded, Cyrillic and Greek look-alikes made Latin."""
    return folded(name).translate(_LOOKALIKE).replace(" ", "")


_LOOKALIKE = str.maketrans("асеорхуіјѕԁһкмтвнοαρνικυχ0135", "aceopxyijsdhkmtbhoapvikuxoles")


def no_pile_of_marks(value: str) -> None:
    """Refuse floods of combining marks that spill over other lines."""
    run = 0
    for char in unicodedata.normalize("NFD", value):
        run = run + 1 if unicodedata.category(char) in {"Mn", "Me"} else 0
        if run > MAX_MARKS:
            raise ValidationError(
                pgettext("form", "This text has too many marks on one letter. Remove some."),
                code="marks",
            )


# Signs that make a spreadsheet calculate, and their full-width twins.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def spreadsheet_cell(value: str) -> str:
    """A text as a cell that no spreadsheet takes for a formula (C8)."""
    return f"'{value}" if value.lstrip(" \u00a0").startswith(_FORMULA) else value
