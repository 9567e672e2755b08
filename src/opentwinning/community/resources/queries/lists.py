"""Resources as they are listed."""

from dataclasses import dataclass, field

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils.text import Truncator

from opentwinning.community.networking.models import Block
from opentwinning.community.networking.queries import present_educators
from opentwinning.community.resources.models import Kept, Resource, ResourceTrait, Thanks
from opentwinning.community.resources.vocabulary import (
    KIND_LABELS,
    ON_PROFILE,
    PAGE,
    RESOURCE,
    Order,
    ResourceKind,
    Shelf,
    TraitKind,
)
from opentwinning.core import richtext
from opentwinning.core.actor import Actor
from opentwinning.core.text import words
from opentwinning.core.vocabulary import label, labels
from opentwinning.facilities.search.queries import matching
from opentwinning.people.educators.models import Educator

type Cursor = tuple[int, int]  # thanks (0 by date), number of the last one


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody looks for; empty means anything."""

    shelf: Shelf = Shelf.ALL
    text: str = ""
    kind: str = ""
    language: str = ""
    traits: dict[TraitKind, str] = field(default_factory=dict)
    order: Order = Order.NEWEST


@dataclass(frozen=True, slots=True)
class Card:
    """A resource with the names of its properties."""

    resource: Resource
    lead: str  # how its words begin, without signs of layout
    kind: str
    language: str
    subjects: list[str]
    ages: list[str]
    files: int
    is_mine: bool


def shelf(
    actor: Actor, wish: Wish, *, after: Cursor | None = None
) -> tuple[list[Card], Cursor | None]:
    """One page, and where the next begins; four queries."""
    rows = _on(actor, wish.shelf)
    if words(wish.text):
        rows = rows.filter(pk__in=matching(RESOURCE, wish.text) or [])
    for name in ("kind", "language"):
        if value := getattr(wish, name):
            rows = rows.filter(**{name: value})
    for kind, value in wish.traits.items():
        if value:
            named = ResourceTrait.objects.filter(resource=OuterRef("pk"), kind=kind, value=value)
            rows = rows.filter(Exists(named))
    is_thanked = wish.order == Order.THANKED
    if after is not None:
        thanks, pk = after
        behind = Q(thanks__lt=thanks) | Q(thanks=thanks, pk__lt=pk) if is_thanked else Q(pk__lt=pk)
        rows = rows.filter(behind)
    rows = rows.order_by("-thanks", "-pk") if is_thanked else rows.order_by("-pk")
    found = list(rows.select_related("author")[: PAGE + 1])
    last = found[PAGE - 1] if len(found) > PAGE else None
    return cards(actor, found[:PAGE]), (last.thanks, last.pk) if last else None


def _on(actor: Actor, which: Shelf) -> QuerySet[Resource]:
    me = actor.account_id or 0
    if which == Shelf.MINE:
        return Resource.objects.filter(author__account_id=me)
    by_me = Block.objects.filter(owner__account_id=me).values("blocked")
    of_me = Block.objects.filter(blocked__account_id=me).values("owner")
    shown = Resource.objects.filter(deleted_at=None, withheld_at=None)
    shown = shown.exclude(author__in=by_me).exclude(author__in=of_me)
    absent = ~Q(author__in=present_educators())
    shown = shown.exclude(absent, ~Q(author__account_id=me))
    if which == Shelf.KEPT:
        kept = Kept.objects.filter(educator__account_id=me).values("resource")
        return shown.filter(pk__in=kept)
    return shown


def cards(actor: Actor, resources: list[Resource]) -> list[Card]:
    """With subjects, ages and the number of files: two queries for all."""
    traits: dict[int, dict[str, list[str]]] = {each.pk: {} for each in resources}
    for row in ResourceTrait.objects.filter(resource__in=traits).order_by("value"):
        traits[row.resource_id].setdefault(row.kind, []).append(row.value)
    counted = Resource.objects.filter(pk__in=traits).annotate(n=Count("files")).order_by()
    files = dict(counted.values_list("pk", "n"))
    return [
        Card(
            resource=each,
            lead=Truncator(richtext.plain(each.about)).words(30),
            kind=str(KIND_LABELS[ResourceKind(each.kind)]),
            language=label("languages", each.language),
            subjects=labels("subjects", traits[each.pk].get(TraitKind.SUBJECT, [])),
            ages=labels("ages", traits[each.pk].get(TraitKind.AGE, [])),
            files=files.get(each.pk, 0),
            is_mine=each.author.account_id == actor.account_id,
        )
        for each in resources
    ]


def resources_of(actor: Actor, educator: Educator) -> list[Resource]:
    """The latest that somebody shared, for her profile."""
    rows = _on(actor, Shelf.ALL).filter(author=educator)
    return list(rows.order_by("-pk")[:ON_PROFILE])


def values_of(actor: Actor, resource: Resource) -> tuple[bool, bool]:
    """Whether the actor said thank you, and whether it stands on her shelf."""
    if actor.account_id is None:
        return False, False
    mine = {"resource": resource, "educator__account_id": actor.account_id}
    return Thanks.objects.filter(**mine).exists(), Kept.objects.filter(**mine).exists()
