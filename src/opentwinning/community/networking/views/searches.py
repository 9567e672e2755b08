"""Saved searches: an educator's own list, and keeping one more."""

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.translation import pgettext

from opentwinning.community.networking.actions import delete_search, pace_search, save_search
from opentwinning.community.networking.forms import DirectoryForm
from opentwinning.community.networking.forms.searches import PaceForm, SaveSearchForm
from opentwinning.community.networking.queries.searches import access_search, searches_of
from opentwinning.community.networking.views.contacts import me
from opentwinning.community.networking.views.facets import FIELD_OF, facet_name
from opentwinning.community.networking.vocabulary import SEARCH_PACES, SearchPace
from opentwinning.core.web import ActorRequest, Audience, attempt, go, open_to, page


def in_words(query: str) -> str:
    """The filters of a search for a reader, such as "“water” · Romania · Biology"."""
    values = QueryDict(query)
    said = [f"“{values['q']}”"] if values.get("q") else []
    said += [facet_name(kind, str(values.get(name, ""))) for kind, name in FIELD_OF.items()]
    return " · ".join(words for words in said if words)


@open_to(Audience.VALIDATED)
def searches(request: HttpRequest) -> HttpResponse:
    """One's saved searches; with filters in the address also the form to keep them."""
    actor = cast("ActorRequest", request).actor
    educator = me(actor)
    filters = DirectoryForm(QueryDict(request.POST.get("query", "")) or request.GET)
    filters.is_valid()
    query = filters.query()
    form = SaveSearchForm(request.POST or None)
    if form.is_valid() and form.did(lambda: save_search(by=actor, query=query, **form.details())):
        messages.success(request, pgettext("saved search", "The search is saved."))
        return go(request, "networking:searches")
    saved = [
        (each, in_words(each.query), SEARCH_PACES[SearchPace(each.pace)])
        for each in searches_of(educator)
    ]
    return page(
        request, "networking/searches.html", form=form, query=query, words=in_words(query),
        saved=saved, paces=list(SEARCH_PACES.items()),
    )  # fmt: skip


@open_to(Audience.VALIDATED, methods=("POST",))
def pace(request: HttpRequest, ref: str) -> HttpResponse:
    """Another pace for one search."""
    actor = cast("ActorRequest", request).actor
    search = access_search(actor, ref)
    form = PaceForm(request.POST)
    if form.is_valid():
        done = pgettext("saved search", "Done. The search tells you at this pace.")
        attempt(request, lambda: pace_search(by=actor, search=search, **form.details()), done)
    return go(request, "networking:searches")


@open_to(Audience.VALIDATED, methods=("POST",))
def delete(request: HttpRequest, ref: str) -> HttpResponse:
    """Delete one search."""
    actor = cast("ActorRequest", request).actor
    search = access_search(actor, ref)
    done = pgettext("saved search", "The search is deleted.")
    attempt(request, lambda: delete_search(by=actor, search=search), done)
    return go(request, "networking:searches")
