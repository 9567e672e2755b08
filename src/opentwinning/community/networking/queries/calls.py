"""Partner calls as they are listed and read."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Literal

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from opentwinning.community.networking.models import CallAnswer, CallTrait, PartnerCall
from opentwinning.community.networking.policies import (
    may_answer_call,
    may_edit_call,
    may_hide_answer,
    may_hide_call,
    may_see_call,
)
from opentwinning.community.networking.vocabulary import (
    DURATION_LABELS,
    PAGE,
    START_LABELS,
    CallState,
    CallTraitKind,
    Duration,
    Start,
)
from opentwinning.core.actor import Actor
from opentwinning.core.clock import today
from opentwinning.core.text import words
from opentwinning.core.verdicts import Refused, deny_unless, hidden
from opentwinning.core.vocabulary import Kind, labels
from opentwinning.facilities.search.queries import matching
from opentwinning.people.educators.models import Educator
from opentwinning.people.organisations.models import Organisation
from opentwinning.people.organisations.queries import organisations_of

type Cursor = tuple[dt.datetime, int]
_POLICIES = {
    "see": may_see_call,
    "edit": may_edit_call,
    "answer": may_answer_call,
    "hide": may_hide_call,
}
_NAMED: dict[CallTraitKind, Kind] = {
    CallTraitKind.SUBJECT: "subjects",
    CallTraitKind.AGE: "ages",
    CallTraitKind.LANGUAGE: "languages",
    CallTraitKind.COUNTRY: "countries",
    CallTraitKind.TOOL: "tools",
}


@dataclass(frozen=True, slots=True)
class Search:
    """What somebody looks for among partner calls."""

    text: str = ""
    country: str = ""  # of the author
    traits: dict[CallTraitKind, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Card:
    """A call with the names of its properties."""

    call: PartnerCall
    school: Organisation | None
    subjects: list[str]
    ages: list[str]
    languages: list[str]
    countries: list[str]  # codes
    tools: list[str]
    answers: int

    @property
    def start(self) -> str:
        return str(START_LABELS[Start(self.call.start)])

    @property
    def duration(self) -> str:
        return str(DURATION_LABELS[Duration(self.call.duration)])

    @property
    def is_expired(self) -> bool:
        return self.call.expires_on < today()


def access_call(
    actor: Actor, ref: str, *, to: Literal["see", "edit", "answer", "hide"]
) -> PartnerCall:
    """The call behind a public id, for one intention."""
    call = PartnerCall.objects.select_related("author").filter(ref=ref).first()
    if call is None:
        raise Refused(hidden())
    deny_unless(_POLICIES[to](actor, call))
    return call


def access_answer(actor: Actor, ref: str, *, to: Literal["hide"]) -> CallAnswer:
    """The answer behind a public id, for its author or an officer in charge."""
    answer = CallAnswer.objects.select_related("author", "call__author").filter(ref=ref).first()
    if answer is None:
        raise Refused(hidden())
    deny_unless(may_hide_answer(actor, answer))
    return answer


def open_calls(search: Search, *, after: Cursor | None = None) -> tuple[list[Card], Cursor | None]:
    """One page of open calls, newest first, and where the next page begins."""
    rows = PartnerCall.objects.filter(state=CallState.OPEN, expires_on__gte=today())
    if words(search.text):
        rows = rows.filter(pk__in=matching("call", search.text) or [])
    if search.country:
        rows = rows.filter(author__country=search.country)
    for kind, value in search.traits.items():
        if value:
            rows = rows.filter(_has(kind, value))
    if after is not None:
        at, pk = after
        rows = rows.filter(published_at__lte=at)
        rows = rows.filter(Q(published_at__lt=at) | Q(pk__lt=pk))
    found = list(rows.select_related("author").order_by("-published_at", "-pk")[: PAGE + 1])
    last = found[PAGE - 1] if len(found) > PAGE else None
    return cards(found[:PAGE]), (last.published_at, last.pk) if last else None


def _has(kind: CallTraitKind, value: str) -> Q | Exists:
    """A call that names no country wants all of them."""
    named = CallTrait.objects.filter(call=OuterRef("pk"), kind=kind)
    if kind is CallTraitKind.COUNTRY:
        return Q(Exists(named.filter(value=value))) | ~Q(Exists(named))
    return Exists(named.filter(value=value))


def calls_of(me: Educator) -> list[Card]:
    """One's own calls: open ones first, then the last ones."""
    rows = PartnerCall.objects.filter(author=me).select_related("author")
    return cards(list(rows.order_by("-state", "-published_at", "-pk")[:50]))


def answer_to_report(actor: Actor, ref: str) -> CallAnswer:
    """An answer for whoever reads its call."""
    answer = (
        CallAnswer.objects.select_related("call__author", "author")
        .filter(ref=ref, hidden_at=None)
        .first()
    )
    if answer is None:
        raise Refused(hidden())
    deny_unless(may_see_call(actor, answer.call))
    return answer


def hidden_calls(actor: Actor) -> QuerySet[PartnerCall]:
    """Calls that officers of the actor's countries hid."""
    return PartnerCall.objects.filter(
        state=CallState.HIDDEN, author__country__in=actor.countries
    ).select_related("author")


def cards(calls: list[PartnerCall]) -> list[Card]:
    """Calls with names, schools and counts of answers: three queries."""
    ids = [call.pk for call in calls]
    traits: dict[int, dict[str, list[str]]] = {pk: {} for pk in ids}
    for trait in CallTrait.objects.filter(call__in=ids).order_by("kind", "value"):
        traits[trait.call_id].setdefault(trait.kind, []).append(trait.value)
    counted = CallAnswer.objects.filter(call__in=ids, hidden_at=None).values("call")
    answers = {row["call"]: row["n"] for row in counted.annotate(n=Count("pk")).order_by()}
    schools = organisations_of([call.author for call in calls])
    return [
        Card(
            call=call,
            school=schools.get(call.author_id),
            subjects=_names(CallTraitKind.SUBJECT, traits[call.pk]),
            ages=_names(CallTraitKind.AGE, traits[call.pk]),
            languages=_names(CallTraitKind.LANGUAGE, traits[call.pk]),
            countries=traits[call.pk].get(CallTraitKind.COUNTRY, []),
            tools=_names(CallTraitKind.TOOL, traits[call.pk]),
            answers=answers.get(call.pk, 0),
        )
        for call in calls
    ]


def _names(kind: CallTraitKind, traits: dict[str, list[str]]) -> list[str]:
    return labels(_NAMED[kind], traits.get(kind, []))


def answers_to(call: PartnerCall) -> list[CallAnswer]:
    """What is shown under a call, oldest first."""
    rows = CallAnswer.objects.filter(call=call, hidden_at=None).select_related("author")
    return list(rows.order_by("at", "pk"))


def open_calls_count() -> int:
    """How many calls are open now, counted to a hundred."""
    rows = PartnerCall.objects.filter(state=CallState.OPEN, expires_on__gte=today())
    return rows[:100].count()
