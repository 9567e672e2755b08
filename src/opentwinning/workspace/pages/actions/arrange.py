"""The tree is arranged by buttons (up, down, into the page above, out of its parent) or by laying a
page before, behind or under another."""

from dataclasses import dataclass

from django.utils.translation import pgettext_lazy

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.verdicts import Invalid, deny_unless
from opentwinning.workspace.pages.models import Page
from opentwinning.workspace.pages.policies import may_arrange_pages, may_read_page
from opentwinning.workspace.pages.queries import depth_below, level_of
from opentwinning.workspace.pages.vocabulary import MAX_LEVELS, Direction, Spot
from opentwinning.workspace.spaces.queries import member_of

NOT_FURTHER = pgettext_lazy("pages", "This page cannot move further in this direction.")
NOT_THERE = pgettext_lazy("pages", "A page cannot lie there. Look at the pages again.")
TOO_DEEP = pgettext_lazy("pages", "Pages have three levels. This page has pages under it.")


@dataclass(frozen=True, slots=True)
class _Tree:
    """All pages of the space, locked; those the actor sees; and the one that moves."""

    rows: list[Page]
    seen: list[Page]
    moved: Page

    @property
    def by_pk(self) -> dict[int, Page]:
        return {row.pk: row for row in self.rows}

    @property
    def parents(self) -> dict[int, int | None]:
        return {row.pk: row.parent_id for row in self.rows}


def _locked_tree(by: Actor, page: Page) -> _Tree:
    rows = list(
        Page.objects.select_for_update()
        .filter(space_id=page.space_id, deleted_at=None)
        .defer("text")
        .order_by("position", "pk")
    )
    member = member_of(by, page.space)
    deny_unless(may_arrange_pages(member, page.space))
    moved = next((row for row in rows if row.pk == page.pk), None)
    if moved is None:
        raise Invalid(NOT_FURTHER)
    deny_unless(may_read_page(member, moved))
    return _Tree(rows, [row for row in rows if may_read_page(member, row)], moved)


@action
def move_page(*, by: Actor, page: Page, direction: str) -> Page:
    """Move a page one step. Neighbours the actor does not see are stepped over."""
    tree = _locked_tree(by, page)
    moved, rows, seen = tree.moved, tree.rows, tree.seen
    note(moved, direction=direction)
    if direction in {Direction.UP, Direction.DOWN}:
        _swap(moved, rows, seen, step=-1 if direction == Direction.UP else 1)
    elif direction == Direction.INTO:
        _into(moved, rows, seen)
    else:
        _out(moved, rows, tree.by_pk)
    return moved


@action
def place_page(*, by: Actor, page: Page, beside: str, where: str) -> Page:
    """Lay a page before, behind or under another one the actor sees; its sub-pages come along."""
    tree = _locked_tree(by, page)
    moved, parents = tree.moved, tree.parents
    target = next((row for row in tree.seen if row.ref == beside), None)
    if target is None or _is_within(target, moved, parents):
        raise Invalid(NOT_THERE)
    parent = target if where == Spot.UNDER else tree.by_pk.get(target.parent_id or 0)
    if level_of(parent, parents) + 1 + depth_below(moved, parents) > MAX_LEVELS:
        raise Invalid(TOO_DEEP)
    note(moved, where=where, beside=beside)
    above = parent.pk if parent else None
    order = [row for row in tree.rows if row.parent_id == above and row is not moved]
    moved.parent = parent
    at = order.index(target) + (where == Spot.BEHIND) if target in order else len(order)
    order.insert(at, moved)
    _number(order)
    return moved


def _is_within(page: Page, top: Page, parents: dict[int, int | None]) -> bool:
    """Whether a page is ``top`` or stands under it."""
    here: int | None = page.pk
    for _ in range(len(parents)):
        if here is None or here == top.pk:
            break
        here = parents.get(here)
    return here == top.pk


def _swap(moved: Page, rows: list[Page], seen: list[Page], *, step: int) -> None:
    siblings = [row for row in seen if row.parent_id == moved.parent_id]
    at = siblings.index(moved) + step
    if not 0 <= at < len(siblings):
        raise Invalid(NOT_FURTHER)
    order = [row for row in rows if row.parent_id == moved.parent_id and row is not moved]
    order.insert(order.index(siblings[at]) + (1 if step > 0 else 0), moved)
    _number(order)


def _into(moved: Page, rows: list[Page], seen: list[Page]) -> None:
    siblings = [row for row in seen if row.parent_id == moved.parent_id]
    at = siblings.index(moved) - 1
    if at < 0:
        raise Invalid(NOT_FURTHER)
    parents = {row.pk: row.parent_id for row in rows}
    above = siblings[at]
    if level_of(above, parents) + 1 + depth_below(moved, parents) > MAX_LEVELS:
        raise Invalid(TOO_DEEP)
    order = [row for row in rows if row.parent_id == above.pk]
    moved.parent = above
    _number([*order, moved])


def _out(moved: Page, rows: list[Page], by_pk: dict[int, Page]) -> None:
    parent = by_pk.get(moved.parent_id or 0)
    if parent is None:
        raise Invalid(NOT_FURTHER)
    order = [row for row in rows if row.parent_id == parent.parent_id]
    moved.parent = by_pk.get(parent.parent_id or 0)
    order.insert(order.index(parent) + 1, moved)
    _number(order)


def _number(order: list[Page]) -> None:
    for position, row in enumerate(order):
        row.position = position
        row.save(update_fields=["position", "parent"])
