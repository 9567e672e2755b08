"""Keeping searches of the directory."""

from django.utils.translation import pgettext_lazy

from opentwinning.community.networking.models import SavedSearch
from opentwinning.community.networking.policies import may_keep_search, may_search_educators
from opentwinning.community.networking.queries.searches import found_now
from opentwinning.community.networking.vocabulary import SAVED_SEARCHES, SearchPace
from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.verdicts import Invalid, deny_unless
from opentwinning.people.educators.models import Educator

_NOTHING = pgettext_lazy("saved search", "Choose a filter or write a word first.")
_FULL = pgettext_lazy("saved search", "You have ten saved searches. Delete one first.")
_TOO_MANY = pgettext_lazy(
    "saved search",
    "Too many teachers fit. Add a filter, or choose “Never”.",
)


@action
def save_search(*, by: Actor, query: str, name: str, pace: str) -> SavedSearch:
    """Keep the filters of a search; whoever fits already is known from the start."""
    deny_unless(may_search_educators(by))
    me = Educator.objects.select_for_update(of=("self",)).get(account_id=by.account)
    if not query:
        raise Invalid(_NOTHING)
    if SavedSearch.objects.filter(owner=me).count() >= SAVED_SEARCHES:
        raise Invalid(_FULL)
    search = SavedSearch(owner=me, name=name, query=query)
    _set_pace(by, search, pace)
    search.save()
    note(search)
    return search


@action
def pace_search(*, by: Actor, search: SavedSearch, pace: str) -> None:
    """Choose how soon a search tells of new people; from now on."""
    deny_unless(may_keep_search(by, search))
    _set_pace(by, search, pace)
    search.save(update_fields=["pace", "known", "looked_at"])
    note(search, after=pace)


@action
def delete_search(*, by: Actor, search: SavedSearch) -> None:
    """Its owner needs it no more."""
    deny_unless(may_keep_search(by, search))
    note(search)
    search.delete()


def _set_pace(by: Actor, search: SavedSearch, pace: str) -> None:
    if pace == SearchPace.NEVER:
        search.known = []
    else:
        found = found_now(by, search.query)
        if found is None:
            raise Invalid(_TOO_MANY, "pace")
        search.known = found
    search.pace, search.looked_at = pace, now()
