"""The words of the printed form: what the office of a country wrote, or the platform's own."""

import hashlib
from dataclasses import dataclass

from django.utils.translation import override, pgettext

from opentwinning.people.consents.models import ConsentText
from opentwinning.people.consents.vocabulary import (
    MEDIUM_LABELS,
    PURPOSE_HINTS,
    PURPOSE_LABELS,
)


@dataclass(frozen=True, slots=True)
class FormWords:
    """A form in one language. ``text`` stands above the boxes, Markdown without pictures."""

    country: str
    language: str
    text: str
    purposes: tuple[tuple[str, str], ...]  # label, what it means
    media: tuple[str, ...]

    @property
    def whole(self) -> str:
        """Everything a family reads before it answers."""
        rows = [f"{label}: {hint}" for label, hint in self.purposes]
        return "\n\n".join([self.text, *rows, " / ".join(self.media)])

    @property
    def digest(self) -> str:
        """SHA-256 of ``whole``, in hex: an answer stays bound to it (J12)."""
        return hashlib.sha256(self.whole.encode()).hexdigest()


def form_words(country: str, language: str) -> FormWords:
    """The form of a country in a language; one query."""
    own = text_of(country, language)
    with override(language):
        return FormWords(
            country=country,
            language=language,
            text=own or _built_in(),
            purposes=tuple((str(PURPOSE_LABELS[p]), str(PURPOSE_HINTS[p])) for p in PURPOSE_LABELS),
            media=tuple(str(label) for label in MEDIUM_LABELS.values()),
        )


def _built_in() -> str:
    return "\n\n".join(
        (
            pgettext("consent form", "Our class works together with classes of other schools."),
            pgettext(
                "consent form",
                "The pupils write, draw, take photos and make films in a closed place on the "
                "internet. There they have a nickname; their real name is never shown.",
            ),
            pgettext(
                "consent form",
                "Please tell us where your child may be recognised. You decide freely. "
                "Your child takes part in any case.",
            ),
            pgettext(
                "consent form",
                "You can change your mind at any time: tell the teacher. What shows your child is "
                "then taken off at once. Copies that others saved before may remain.",
            ),
        )
    )


def text_of(country: str, language: str) -> str:
    """What the office wrote last in this language, "" when nothing."""
    rows = ConsentText.objects.filter(country=country, language=language).order_by("-pk")
    return rows.values_list("text", flat=True).first() or ""


def texts_of(country: str) -> dict[str, ConsentText]:
    """The living text of every language the office wrote in."""
    latest = {
        row.language: row for row in ConsentText.objects.filter(country=country).order_by("pk")
    }
    return {language: row for language, row in latest.items() if row.text}
