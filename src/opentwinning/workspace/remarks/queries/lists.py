"""Talks about a thing, and the signs it got. What is hidden stands in them only for teachers and
its author (B4)."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.db.models import Q, QuerySet

from opentwinning.core import richtext
from opentwinning.core.prepared import prepared
from opentwinning.workspace.pages.models import Page
from opentwinning.workspace.posts.models import Post
from opentwinning.workspace.remarks.models import Reaction, Remark
from opentwinning.workspace.remarks.policies import may_see_remark
from opentwinning.workspace.remarks.vocabulary import REMARKABLES, SIGNS
from opentwinning.workspace.spaces.queries import Presence, Thing


@dataclass(frozen=True, slots=True)
class Talk:
    """A remark with its answers."""

    remark: Remark
    answers: Sequence[Remark] = field(default_factory=tuple)


@prepared
def _about(kind: str, thing_ref: str) -> QuerySet[Remark]:
    rows = Remark.objects.filter(kind=kind, thing_ref=thing_ref, deleted_at=None)
    return rows.select_related("author").order_by("pk")


@prepared
def _given(kind: str, thing_ref: str) -> QuerySet[Reaction, tuple[str, int]]:
    rows = Reaction.objects.filter(kind=kind, thing_ref=thing_ref).order_by("pk")
    return rows.values_list("name", "member_id")


def talks_about(thing: Thing) -> list[Talk]:
    """Oldest first; what is settled comes last. One query."""
    talks: dict[int, Remark] = {}
    answers: defaultdict[int, list[Remark]] = defaultdict(list)
    for each in _about(thing.kind, thing.ref):
        if not may_see_remark(thing, each):
            continue
        if each.parent_id is None:
            talks[each.pk] = each
        else:
            answers[each.parent_id].append(each)
    found = [Talk(remark, answers[pk]) for pk, remark in talks.items()]
    return sorted(found, key=lambda each: each.remark.settled_at is not None)


def reactions_to(thing: Thing) -> list[tuple[str, int, bool]]:
    """Name, number, and whether one of them is the reader's, for all signs. One query."""
    given: defaultdict[str, list[int]] = defaultdict(list)
    for name, member in _given(thing.kind, thing.ref):
        given[name].append(member)
    mine = thing.presence.member.pk
    return [(name, len(given[name]), mine in given[name]) for name in SIGNS]


def is_quoted(thing: Thing, quote: str) -> bool:
    """Whether these words still stand in the text of the thing."""
    return _plainly(quote) in _plainly(richtext.plain(thing.text))


def _plainly(text: str) -> str:
    return " ".join(text.split())


def remarks_to_take(presence: Presence) -> QuerySet[Remark]:
    """For a box: what everybody may see about the things in it, oldest first."""
    shown = Q(pk=None)
    for kind, each in REMARKABLES.items():
        shown |= Q(kind=kind, thing_ref__in=[ref for ref, _ in each.taken(presence)])
    rows = Remark.objects.filter(
        shown, space=presence.space, deleted_at=None, hidden_at=None
    ).filter(Q(parent=None) | Q(parent__deleted_at=None, parent__hidden_at=None))
    return rows.select_related("author", "parent").order_by("pk")


def things_gone() -> Mapping[str, list[str]]:
    """Public ids of things that are not even in the trash any more, by kind."""
    rows = {"page": Page.objects, "post": Post.objects}
    found: dict[str, list[str]] = {}
    for kind, things in rows.items():
        known = things.values("ref")
        said = Remark.objects.filter(kind=kind).exclude(thing_ref__in=known)
        given = Reaction.objects.filter(kind=kind).exclude(thing_ref__in=known)
        refs = [rows.values_list("thing_ref", flat=True) for rows in (said, given)]
        found[kind] = sorted({*refs[0], *refs[1]})
    return found
