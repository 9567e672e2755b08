"""What a further filter would leave, as links beside the form of the directory."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.http import urlencode

from opentwinning.community.networking.forms import DirectoryForm
from opentwinning.community.networking.queries.facets import COUNTRY, Facets
from opentwinning.core.vocabulary import Kind, is_known, label
from opentwinning.people.educators.vocabulary import AVAILABILITY, TraitKind

FIELDS = DirectoryForm.base_fields
# Property → the field that filters by it, and the list its words are in.
FIELD_OF: dict[str, str] = {
    COUNTRY: "country",
    TraitKind.SUBJECT: "subject",
    TraitKind.AGE: "age",
    TraitKind.LANGUAGE: "language",
    TraitKind.AVAILABILITY: "open_for",
}
WORDS_OF: dict[str, Kind] = {
    COUNTRY: "countries",
    TraitKind.SUBJECT: "subjects",
    TraitKind.AGE: "ages",
    TraitKind.LANGUAGE: "languages",
}


@dataclass(frozen=True, slots=True)
class Facet:
    """A property with its most frequent values: (word and number, address)."""

    title: str
    links: tuple[tuple[str, str], ...]


def facet_links(request: HttpRequest, facets: Facets, *, is_capped: bool) -> list[Facet]:
    """Each value with its number, leading to the same search with that filter added."""
    more = "+" if is_capped else ""
    found = []
    for kind, values in facets.items():
        name = FIELD_OF[kind]
        start = _start(request, name)
        links = tuple(
            (f"{word} · {number}{more}", f"?{start}{name}={value}")
            for value, number in values
            if (word := facet_name(kind, value))
        )
        if links:
            found.append(Facet(str(FIELDS[name].label), links))
    return found


def _start(request: HttpRequest, name: str) -> str:
    """The other filters in use."""
    used = {key: str(request.GET.get(key, "")) for key in FIELDS if key != name}
    kept = urlencode({key: value for key, value in used.items() if value})
    return f"{kept}&" if kept else ""


def facet_name(kind: str, value: str) -> str:
    """A value of a filter for a reader; "" when it is unknown."""
    if kind == TraitKind.AVAILABILITY:
        return str(AVAILABILITY.get(value, ""))
    return label(WORDS_OF[kind], value) if is_known(WORDS_OF[kind], value) else ""
