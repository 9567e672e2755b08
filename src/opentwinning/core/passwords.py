"""A password rule of our own."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import pgettext

from opentwinning.core.text import folded

WORDS = ("opentwinning", "twinning", "twinspace", "password", "bridge", "school", "teacher")
_NO_LETTER = re.compile(r"[\W\d_]+")


class PlatformWords:
    """Refuses what everybody tries first on a site like this: its own words, with digits around
    (A2)."""

    def validate(self, password: str, user: object = None) -> None:
        """Raise ``ValidationError`` when nothing but our words and digits is left."""
        rest = _NO_LETTER.sub("", folded(password))
        for word in WORDS:
            rest = rest.replace(word, "")
        if not rest and _NO_LETTER.sub("", folded(password)):
            raise ValidationError(
                pgettext("password", "This password is too easy to guess. Add words of your own."),
                code="platform_words",
            )

    def get_help_text(self) -> str:
        """Shown by forms that list the rules."""
        return pgettext("password", "Do not use only words of this site.")
