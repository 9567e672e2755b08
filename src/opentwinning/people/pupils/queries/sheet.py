"""What the sheet of cards says, as plain data for the printer (A5): nickname, class, code, pictures
and a QR code with the secret in the fragment of the address. No real name, school or e-mail."""

import io
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import segno
from django.conf import settings
from django.contrib.staticfiles import finders
from django.utils.translation import override, pgettext

from opentwinning.core.addresses import reverse
from opentwinning.people.pupils.models import SchoolClass
from opentwinning.people.pupils.queries.secrets import Card

_SYMBOL = re.compile(
    r'<symbol id="(?P<name>[\w-]+)" viewBox="(?P<box>[^"]+)"[^>]*>(?P<art>.*?)</symbol>', re.DOTALL
)


def entrance_address(language: str) -> str:
    """Where the class's pupils come in, with scheme: printed and put into the QR code."""
    with override(language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE):
        return f"{settings.ADDRESS}{reverse('pupils:enter')}"


def sheet_data(school_class: SchoolClass, cards: Sequence[Card]) -> dict[str, Any]:
    """Plain values for ``templates/pupils/cards.typ``, worded in the language of the class."""
    address = entrance_address(school_class.language)
    with override(school_class.language):
        words = {
            "title": pgettext("pupil card", "Cards of %(class)s") % {"class": school_class.name},
            "go_to": pgettext("pupil card", "Or go to"),
            "code": pgettext("pupil card", "Class code"),
            "pictures": pgettext("pupil card", "Your pictures, in this order"),
            "how": pgettext("pupil card", "Point the camera of a phone or tablet at the square."),
            "keep": pgettext("pupil card", "This card is yours. Show it to nobody."),
        }
    return {
        "words": words,
        "class": school_class.name,
        "code": school_class.readable_code,
        "address": address.split("://", 1)[1],
        "cards": [
            {
                "nickname": card.pupil.nickname,
                "qr": qr_svg(f"{address}#{card.secret}"),
                "pictures": [picture_svg(name) for name in card.pictures],
            }
            for card in cards
        ],
    }


def qr_svg(text: str) -> str:
    """A QR code that survives a crease (level M), as SVG."""
    drawn = io.BytesIO()
    segno.make(text, error="m", micro=False).save(drawn, kind="svg", border=0, xmldecl=False)
    return drawn.getvalue().decode()


@cache
def picture_svg(name: str) -> str:
    """One picture of the design's sheet as an SVG of its own."""
    return _pictures()[name]


@cache
def _pictures() -> dict[str, str]:
    path = finders.find("ot/art/pictures.svg")
    if not isinstance(path, str):
        raise FileNotFoundError("ot/art/pictures.svg")
    sheet = Path(path).read_text(encoding="utf-8")
    return {
        found["name"]: (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{found["box"]}">{found["art"]}</svg>'
        )
        for found in _SYMBOL.finditer(sheet)
    }
