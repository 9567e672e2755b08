"""Sorting of names as readers of a language expect it, as far as that is simple.

Readers of two languages expect the same list in different orders: "Østrig" ends a Danish list and
stands near O in an English one. Full collation needs ICU, a system library; schools install this
product on whatever they have. So we keep two short tables: letters that follow their base letter,
and letters that end the alphabet. Everything else sorts by its base letter, then by accent.
"""

import unicodedata
from functools import lru_cache

_AFTER_BASE = {
    "bs": "čćđšž", "cs": "čřšž", "es": "ñ", "et": "š", "hr": "čćđšž", "hu": "öőüű",
    "lt": "čšž", "lv": "čģķļņšž", "pl": "ąćęłńóśźż", "ro": "ăâîșț", "sk": "äčôšž", "sl": "čćđšž",
    "sq": "çë", "sr": "čćđšž", "tr": "çğıöşü", "az": "çəğıöşü",
}  # fmt: skip
_AT_THE_END = {
    "da": "æøå", "nb": "æøå", "nn": "æøå", "sv": "åäö", "fi": "åäö", "is": "þæö", "et": "õäöü",
}  # fmt: skip
_BASE_OF = {"ł": "l", "đ": "d", "ø": "o", "ð": "d", "ı": "i", "ə": "e"}
_TWO_LETTERS = {"æ": "ae", "þ": "th", "ß": "ss"}
_CEDILLA = str.maketrans("şţŞŢ", "șțȘȚ")

type CollationKey = tuple[tuple[tuple[str, str], ...], str]


def collation_key(text: str, language: str) -> CollationKey:
    """Sort key of a name for readers of ``language`` (a code such as ``"sl"`` or ``"pt-br"``)."""
    primary = language.lower().split("-")[0].split("_")[0]
    lowered = _lower(text, primary)
    return tuple(_weight(letter, primary) for letter in lowered if not letter.isspace()), lowered


def _lower(text: str, language: str) -> str:
    composed = unicodedata.normalize("NFC", text)
    if language in {"tr", "az"}:
        return composed.replace("İ", "i").replace("I", "ı").lower()
    if language == "ro":
        composed = composed.translate(_CEDILLA)
    lowered = composed.lower()
    for letter, pair in _TWO_LETTERS.items():
        if letter not in _AT_THE_END.get(language, ""):
            lowered = lowered.replace(letter, pair)
    return lowered


@lru_cache(maxsize=4096)
def _weight(letter: str, language: str) -> tuple[str, str]:
    """The base letter, then what sets this letter apart from it."""
    last = _AT_THE_END.get(language, "").find(letter)
    if last >= 0:
        return f"\uffff{last}", ""
    base = _BASE_OF.get(letter)
    if base is None:
        base = unicodedata.normalize("NFKD", letter)[0]
    follows = letter in _AFTER_BASE.get(language, "")
    if language in {"tr", "az"} and letter in "iı":  # dotless comes first in Turkish
        return ("h\uffff", "") if letter == "ı" else ("i", "")
    return (f"{base}\uffff{letter}", "") if follows else (base, "")
