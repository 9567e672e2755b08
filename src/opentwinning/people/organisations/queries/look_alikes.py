"""Is this school here already? (R-16, X-12)"""

from difflib import SequenceMatcher

from opentwinning.core.text import folded
from opentwinning.people.organisations.models import Organisation
from opentwinning.people.organisations.queries.lists import find_organisations

_ALIKE = 0.75
_SAME_PLACE = 0.5  # less likeness is enough where place or postcode is the same
_LONG = 4  # letters of a word that says something about a school


def look_alikes(country: str, name: str, place: str, postcode: str) -> list[Organisation]:
    """At most five schools that may be the one somebody is about to register, likest first."""
    found: dict[int, Organisation] = {}
    longest = sorted((w for w in name.split() if len(w) >= _LONG), key=len, reverse=True)
    for query in (postcode, f"{place} {longest[0] if longest else ''}", *longest[:2]):
        found.update((o.pk, o) for o in find_organisations(country, query, limit=50))
    scored = [(_likeness(o, name, place, postcode), o) for o in found.values()]
    alike = [(score, o) for score, o in scored if score > 0]
    return [o for _, o in sorted(alike, key=lambda pair: (-pair[0], pair[1].pk))[:5]]


def _likeness(organisation: Organisation, name: str, place: str, postcode: str) -> float:
    ratio = SequenceMatcher(None, folded(organisation.name), folded(name)).ratio()
    near = bool(postcode) and organisation.postcode.replace(" ", "") == postcode.replace(" ", "")
    near = near or folded(organisation.place) == folded(place)
    return ratio if ratio >= (_SAME_PLACE if near else _ALIKE) else 0.0
