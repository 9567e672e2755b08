"""Find partners (page 46)."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.utils.text import Truncator
from django.utils.translation import get_language, pgettext

from opentwinning.community.networking.forms import DirectoryForm
from opentwinning.community.networking.policies import may_search_educators
from opentwinning.community.networking.queries import (
    directory,
    directory_size,
    facets_of,
    open_calls_count,
)
from opentwinning.community.networking.queries.directory import Hits
from opentwinning.community.networking.queries.fit import Mine, mine_of, why_it_fits
from opentwinning.community.networking.queries.lessons import lessons_in_words, lessons_shown
from opentwinning.community.networking.views.facets import facet_links
from opentwinning.community.networking.vocabulary import PAGE
from opentwinning.core import cursors
from opentwinning.core.actor import Actor, Role
from opentwinning.core.addresses import reverse
from opentwinning.core.components.avatar import Avatar
from opentwinning.core.vocabulary import label, labels
from opentwinning.core.web import ActorRequest, Audience, open_to, page
from opentwinning.people.educators.models import Educator
from opentwinning.people.educators.queries import (
    answer_level,
    educator_of,
    in_words,
    last_here,
    photo_url,
    traits_of,
)
from opentwinning.people.educators.vocabulary import AnswerLevel, LastHere, TraitKind
from opentwinning.people.organisations.queries import places_of

_POINTS = re.compile(r"\d{1,4}")
ON_CARD = (TraitKind.SUBJECT, TraitKind.AGE, TraitKind.LANGUAGE)


@open_to(Audience.EDUCATORS, Audience.OFFICERS, methods=("GET",))
def partners(request: HttpRequest) -> HttpResponse:
    """The directory; a number without names for those who wait for their validation (A15)."""
    actor = cast("ActorRequest", request).actor
    form = DirectoryForm(request.GET)
    form.is_valid()
    wish = form.wish()
    if not may_search_educators(actor):
        count, is_capped = directory_size(wish)
        return page(
            request, "networking/teaser.html", search=form, count=count, is_capped=is_capped,
            calls=open_calls_count(), is_filtered=form.is_filtered,
        )  # fmt: skip
    points, _, rest = request.GET.get("after", "").rpartition("~")
    after = cursors.read(rest)
    mine = mine_of(actor) if form.is_by_fit else None
    hits = directory(
        actor,
        wish,
        after=after,
        mine=mine,
        points=int(points) if _POINTS.fullmatch(points) else None,
    )
    return page(
        request,
        "networking/directory.html",
        search=form,
        people=people_cards(hits.educators, mine, _lessons(actor, hits.educators)),
        hits=hits,
        facets=facet_links(request, facets_of(wish, hits), is_capped=hits.is_capped),
        is_filtered=form.is_filtered,
        next_after=_next(hits),
        is_by_fit=mine is not None,
        may_keep=actor.is_a(Role.VALIDATED),
        keep_query=form.query(),
        is_first=after is None,
        step=PAGE,
        tabs=tabs("networking:partners"),
    )


def _next(hits: Hits) -> str:
    """Where the next page begins: by fit with the points of the last person in front."""
    after = cursors.written(hits.after)
    return f"{hits.points}~{after}" if hits.points is not None else after


def _lessons(actor: Actor, educators: list[Educator]) -> dict[int, str]:
    """What the cards say of lessons in common, by educator id."""
    me = educator_of(actor)
    found = lessons_shown(me, educators) if me else {}
    return {pk: lessons_in_words(number) for pk, number in found.items() if number}


def people_cards(
    educators: list[Educator], mine: Mine | None = None, lessons: Mapping[int, str] | None = None
) -> list[dict[str, object]]:
    """Twenty people with place and traits: two queries. With ``mine`` why each of them fits;
    ``lessons``: what to say of lessons in common, by educator id."""
    places, traits = places_of(educators), traits_of(educators)
    cards = [
        _card(
            get_language(),
            (each.ref, each.name, each.country, places.get(each.pk, ""), each.photo_key),
            (
                each.ideas or each.about,
                last_here(each.last_active_at),
                answer_level(each.answer_rate),
            ),
            *(tuple(traits[each.pk][kind]) for kind in ON_CARD),
        )
        for each in educators
    ]
    said = lessons or {}
    if mine is None and not said:
        return cards
    return [
        {**card, "fits": why_it_fits(mine, each) if mine else "", "lessons": said.get(each.pk, "")}
        for card, each in zip(cards, educators, strict=True)
    ]


@lru_cache(maxsize=2048)
def _card(
    language: str | None,
    person: tuple[str, str, str, str, str],
    told: tuple[str, LastHere, AnswerLevel],
    subjects: tuple[str, ...],
    ages: tuple[str, ...],
    languages: tuple[str, ...],
) -> dict[str, object]:
    """What a card shows to everybody who reads a language: made once, never changed."""
    ref, name, code, place, photo = person
    about, here, answers = told
    country = label("countries", code, language)
    card: dict[str, object] = {
        "drawing": Avatar(key=ref).person,
        "photo": photo_url(ref, photo),
        "name": name,
        "country": code,
        "url": reverse("educators:educator", args=[ref]),
        "where": f"{place}, {country}" if place else country,
        "ideas": Truncator(about).words(24),
        "activity": in_words(here, answers),
        "subjects": ", ".join(labels("subjects", subjects, language)),
        "tags": labels("ages", ages, language) + labels("languages", languages, language),
    }
    card["looks"] = str(tuple(card.values()))
    return card


def tabs(current: str) -> list[dict[str, object]]:
    """The three ways to look for partners."""
    names = (
        (pgettext("partner search", "People"), "networking:partners"),
        (pgettext("partner search", "Partner calls"), "networking:calls"),
        (pgettext("partner search", "Schools"), "organisations:schools"),
    )
    return [
        {"label": label, "url": reverse(name), "current": name == current} for label, name in names
    ]
