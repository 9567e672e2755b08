"""What in a child's text may say too much about a child: for a teacher's eye, before others (H14).

Nothing is judged and nothing is thrown away here: ``hints_in`` names kinds of hints, and whoever
asks lets the text wait for a teacher. Patterns follow how people write such things in many
languages, with blanks and points between digits and with words in the place of signs; they find
too much rather than too little.
"""

import re
import unicodedata
from collections.abc import Iterable
from enum import StrEnum

from opentwinning.core.text import folded


class Hint(StrEnum):
    """Why a teacher should look."""

    PHONE = "phone"
    MAIL = "mail"
    LINK = "link"
    HANDLE = "handle"
    ADDRESS = "address"
    WORD = "word"


def _any(words: str) -> str:
    """Words with blanks between them as alternatives of a pattern."""
    return "|".join(words.split())


# The signs of an address, or the words for them in brackets or between blanks.
_AT_WORDS = _any("at afna arroba chiocciola snabela malpa kukac zavinac")
_DOT_WORDS = _any("dot pika punct punkt punto ponto kropka point")
_AT = rf"(?:@|\s*[\(\[]\s*(?:{_AT_WORDS})\s*[\)\]]\s*|\s+(?:{_AT_WORDS})\s+)"
_DOT = rf"(?:\.|\s*[\(\[]\s*(?:{_DOT_WORDS})\s*[\)\]]\s*|\s+(?:{_DOT_WORDS})\s+)"
_MAIL = re.compile(rf"[\w.+-]{{2,64}}{_AT}[\w-]{{2,64}}(?:{_DOT}[\w-]{{2,64}}){{1,6}}")

_ENDINGS = _any(
    "com org net edu info eu io me tv gg app link si ro dk pl fr it pt es de at hr rs bg gr cz sk"
    " hu fi se no ee lv lt ie nl be lu mt cy tr ua md al mk ba is ge am az tn jo lb uk ly co"
)
_LINK = re.compile(rf"https?://|\bwww\.|\b[\w-]{{2,64}}\.(?:{_ENDINGS})\b", re.ASCII)

# Programmes where people talk outside; a name follows, or an invitation stands before.
_APPS = (
    _any(
        "insta(?:gram)? snap(?:chat)? whats\\s?app viber telegram discord signal messenger facebook"
        " fb skype roblox steam twitch threads wechat line kik omegle youtube yt zangi vk ig sc tg"
        " minecraft fortnite"
    )
    + r"|tik\s?tok|face\s?time|brawl\s?stars"
)
_IS = _any("is je e er est to name user id nick ime nume navn nom nome add")
_INVITE = _any(
    "add follow text dm pm call dodaj sledi pisi klici adauga urmareste scrie suna tilfoj folg"
    " skriv ring ajoute suis ecris appelle aggiungi segui scrivi agrega sigue escribe adiciona"
    " segue obserwuj napisz zadzwon schreib adde ruf lisa seuraa"
)
_HANDLE_SIGN = re.compile(r"(?:^|[\s(:,])@[\w.]{3,}")
_HANDLE = re.compile(
    rf"\b(?:{_APPS})\b\s{{0,3}}(?:(?:{_IS})\b|[:=@–-])?\s{{0,3}}[@:=]?\s{{0,3}}"
    r"[\w.]{0,30}[\d_.@:=][\w.]*"
    rf"|\b(?:{_INVITE})\w*\b[^.!?\n]{{0,24}}\b(?:{_APPS})\b"
    rf"|\bmy\s+(?:{_APPS})\b|\b(?:{_APPS})\s+(?:je|is|er|est|es|e)\b"
)

# Seven digits or more, however they are parted; years, times, scores and round sums are none.
_PHONE = re.compile(r"(?<![\w.,])(?:\+|00)?\(?\d(?:[\s./()\-–]{0,2}\d){6,14}(?![\w])")
_DATE = re.compile(
    r"^\d{1,2}[./\-\s]{1,2}\d{1,2}[./\-\s]{1,2}\d{4}$|^\d{4}[./\-]\d{1,2}[./\-]\d{1,2}$"
)

# A word for a street beside a number, before or behind, in the order of each language; endings of
# one word; and "I live" with a number soon after.
_NUMBER = r"\d{1,4}\s?[a-z]?\b"
_BEFORE = _any(
    "ulica ulici ulice ul cesta cesti trg trgu naselje pot strada str bulevardul bd aleea calea"
    " soseaua street road rue avenue boulevard impasse chemin via viale piazza corso calle avenida"
    " plaza paseo rua travessa praca aleja aleje al plac os osiedle gatan vagen katu tie tanav"
    " iela gatve utca ut ter odos leoforos straat laan plein sokak cadde caddesi"
)
_BEHIND = _any("street road avenue lane drive square rue boulevard impasse chemin place")
_NAMED = _any(
    "ulica cesta trg pot naselje vas utca ut ter sokak caddesi iela gatve tanav street road avenue"
    " lane"
)
_ENDS = _any(
    "strasse str weg platz gasse allee vej gade alle vaenge straede gatan vagen gata veien vegen"
    " katu tie polku straat laan plein utca iela gatve tanav"
)
_LIVE = _any(
    "live zivim stanujem locuiesc stau bor bo habite abito vivo moro mieszkam wohne asun elan"
    " dzivoju gyvenu lakom meno woon oturuyorum"
)
_NR = r"(?:\b(?:nr|no|st|br|num)\b\.?\s?)?"
_ADDRESS = re.compile(
    rf"\b(?:{_BEFORE})\b\.?[^.!?\n\d]{{1,40}}?{_NR}\b{_NUMBER}"
    rf"|\b{_NUMBER},?\s+(?:[\w'’-]{{1,30}}\s+){{0,3}}(?:{_BEHIND})\b"
    rf"|\b[\w'’-]{{1,30}}\s+(?:{_NAMED})\s+{_NUMBER}"
    rf"|\b\w{{2,30}}(?:{_ENDS})\s+{_NUMBER}"
    rf"|\b(?:{_LIVE})\b[^.!?\n]{{0,40}}\b\d{{1,4}}\s?[a-z]?\b"
)


def hints_in(text: str, words: Iterable[str] = ()) -> tuple[Hint, ...]:
    """Kinds of hints in a text, each once, in the order of ``Hint``. ``words``: what this site
    wants a teacher to look at, as they are written; a word finds itself and its longer forms."""
    plain = _plain(text)
    found = {
        Hint.PHONE: _has_phone(plain),
        Hint.MAIL: bool(_MAIL.search(plain)),
        Hint.LINK: bool(_LINK.search(_MAIL.sub(" ", plain))),
        Hint.HANDLE: bool(_HANDLE_SIGN.search(plain) or _HANDLE.search(plain)),
        Hint.ADDRESS: bool(_ADDRESS.search(plain)),
        Hint.WORD: _has_word(plain, words),
    }
    return tuple(kind for kind, is_there in found.items() if is_there)


def _plain(text: str) -> str:
    """Small letters without accents, digits of every script as ours, no invisible signs."""
    visible = "".join(c for c in unicodedata.normalize("NFKC", text) if not _is_invisible(c))
    digits = "".join(str(unicodedata.digit(c)) if c.isdigit() else c for c in visible)
    return "\n".join(folded(line) if line.strip() else "" for line in digits.splitlines())


def _is_invisible(sign: str) -> bool:
    return unicodedata.category(sign) == "Cf"


def _has_phone(plain: str) -> bool:
    found = (each.group().strip() for each in _PHONE.finditer(plain))
    return any(not _DATE.match(each) and not each.endswith("000") for each in found)


def _has_word(plain: str, words: Iterable[str]) -> bool:
    known = [folded(word) for word in words]
    return any(re.search(rf"\b{re.escape(word)}", plain) for word in known if word)
