"""Saved searches: whose they are, and whom they find anew."""

from django.http import QueryDict

from opentwinning.community.networking.models import SavedSearch
from opentwinning.community.networking.policies import may_search_educators
from opentwinning.community.networking.queries.directory import Wish, directory
from opentwinning.community.networking.vocabulary import LOOK_AGAIN
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.verdicts import Refused, hidden
from opentwinning.people.accounts.queries import actor_of
from opentwinning.people.educators.models import Educator
from opentwinning.people.educators.vocabulary import TraitKind

TRAIT_FIELDS = {
    "age": TraitKind.AGE,
    "subject": TraitKind.SUBJECT,
    "language": TraitKind.LANGUAGE,
    "open_for": TraitKind.AVAILABILITY,
}


def searches_of(educator: Educator) -> list[SavedSearch]:
    """Her saved searches, the latest first."""
    return list(SavedSearch.objects.filter(owner=educator).order_by("-saved_at", "-pk"))


def access_search(actor: Actor, ref: str) -> SavedSearch:
    """A saved search, for its owner alone."""
    search = SavedSearch.objects.filter(ref=ref, owner__account_id=actor.account_id or 0).first()
    if search is None:
        raise Refused(hidden())
    return search


def wish_of(query: str) -> Wish:
    """The filters of an address as a search."""
    values = QueryDict(query)
    traits = {kind: str(values.get(name, "")) for name, kind in TRAIT_FIELDS.items()}
    return Wish(str(values.get("q", "")), str(values.get("country", "")), traits)


def found_now(actor: Actor, query: str) -> list[int] | None:
    """Ids of everybody a search finds for an actor; None when they are too many to count."""
    hits = directory(actor, wish_of(query))
    return None if hits.is_capped else [row.pk for row in hits.rows]


def searches_due() -> list[SavedSearch]:
    """Whose time to look again has come."""
    due: list[SavedSearch] = []
    for pace, rest in LOOK_AGAIN.items():
        rows = SavedSearch.objects.filter(pace=pace, looked_at__lte=now() - rest)
        due += rows.select_related("owner__account").order_by("pk")
    return due


def new_people(search: SavedSearch) -> list[int]:
    """Ids of people a search finds who were not told of before. Nobody when its owner may not look
    any more: what she may see is asked again each time."""
    actor = actor_of(search.owner.account)
    if not may_search_educators(actor):
        return []
    known = set(search.known)
    return [pk for pk in found_now(actor, search.query) or [] if pk not in known]
