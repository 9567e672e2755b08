"""The tree is arranged by buttons: up, down, into the page above, out of its parent."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.verdicts import Invalid, deny_unless
from opentwinning.workspace.pages.models import Page
from opentwinning.workspace.pages.policies import may_arrange_pages, may_read_page
from opentwinning.workspace.pages.queries import depth_below, level_of
from opentwinning.workspace.pages.vocabulary import MAX_LEVELS, Direction
from opentwinning.workspace.spaces.queries import member_of

NOT_FURTHER = pgettext_lazy("pages", "This page cannot move further in this direction.")
TOO_DEEP = pgettext_lazy("pages", "Pages have three levels. This page has pages under it.")


@action
def move_page(*, by: Actor, page: Page, direction: str) -> Page:
    """Move a page one step. Neighbours the actor does not see are stepped over."""
    rows = list(
        Page.objects.select_for_update()
        .filter(space_id=page.space_id, deleted_at=None)
        .defer("text")
        .order_by("position", "pk")
    )
    member = member_of(by, page.space)
    deny_unless(may_arrange_pages(member, page.space))
    by_pk = {row.pk: row for row in rows}
    moved = by_pk.get(page.pk)
    if moved is None:
        raise Invalid(NOT_FURTHER)
    deny_unless(may_read_page(member, moved))
    seen = [row for row in rows if may_read_page(member, row)]
    note(moved, direction=direction)
    if direction in {Direction.UP, Direction.DOWN}:
        _swap(moved, rows, seen, step=-1 if direction == Direction.UP else 1)
    elif direction == Direction.INTO:
        _into(moved, rows, seen)
    else:
        _out(moved, rows, by_pk)
    return moved


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
