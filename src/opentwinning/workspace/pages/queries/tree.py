"""The tree, histories, the trash."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.db.models import QuerySet

from opentwinning.core.prepared import prepared
from opentwinning.workspace.pages.models import Page, PageVersion
from opentwinning.workspace.pages.policies import may_read_page
from opentwinning.workspace.spaces.models import Space
from opentwinning.workspace.spaces.queries import Presence, places_readable_by


@dataclass(slots=True)
class Branch:
    """One page of the tree; ``level`` counts from 1."""

    page: Page
    level: int = 1
    is_first: bool = False
    is_last: bool = False
    children: list["Branch"] = field(default_factory=list)

    def walk(self) -> Iterator["Branch"]:
        """The branch and everything under it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


def page_tree(presence: Presence) -> list[Branch]:
    """Pages the member may read. A page whose parent she does not see stands at the top."""
    rows = (
        Page.objects.filter(
            space=presence.space,
            deleted_at=None,
            place__in=places_readable_by(presence.member),
        )
        .defer("text")
        .order_by("position", "pk")
    )
    seen = [page for page in rows if may_read_page(presence.member, page)]
    known = {page.pk for page in seen}
    under: dict[int | None, list[Page]] = defaultdict(list)
    for page in seen:
        under[page.parent_id if page.parent_id in known else None].append(page)
    return _grow(under, None, 1)


def _grow(under: dict[int | None, list[Page]], parent: int | None, level: int) -> list[Branch]:
    siblings = under.pop(parent, [])
    return [
        Branch(
            page=page,
            level=level,
            is_first=place == 0,
            is_last=place == len(siblings) - 1,
            children=_grow(under, page.pk, level + 1),
        )
        for place, page in enumerate(siblings)
    ]


@prepared
def _under(space: int, parent: int) -> QuerySet[Page]:
    rows = Page.objects.filter(space_id=space, parent_id=parent, deleted_at=None)
    return rows.defer("text").order_by("position", "pk")


def place_in_tree(branches: list[Branch], page: Page) -> tuple[int, int, Branch | None]:
    """Which of its siblings a page is, how many they are, and what it stands under."""
    every = [branch for top in branches for branch in top.walk()]
    above = next((b for b in every if any(c.page.pk == page.pk for c in b.children)), None)
    siblings = [branch.page.pk for branch in (above.children if above else branches)]
    return siblings.index(page.pk) + 1, len(siblings), above


def children_of(presence: Presence, page: Page) -> list[Page]:
    """Sub-pages the member may read."""
    rows = _under(presence.space.pk, page.pk)
    return [child for child in rows if may_read_page(presence.member, child)]


def level_of(page: Page | None, parents: dict[int, int | None]) -> int:
    """1 for a page at the top; 0 for no page. ``parents`` maps page to parent."""
    level, here = 0, page.pk if page else None
    while here is not None and level < 100:
        level, here = level + 1, parents.get(here)
    return level


def depth_below(page: Page, parents: dict[int, int | None]) -> int:
    """Levels under a page: 0 without sub-pages."""
    children = [pk for pk, parent in parents.items() if parent == page.pk]
    return max((1 + _depth(child, parents) for child in children), default=0)


def _depth(pk: int, parents: dict[int, int | None]) -> int:
    return max((1 + _depth(c, parents) for c, parent in parents.items() if parent == pk), default=0)


def history_of(page: Page) -> QuerySet[PageVersion]:
    """Every saving, newest first, without the texts."""
    return (
        PageVersion.objects.filter(page=page)
        .select_related("author")
        .prefetch_related("co_authors__member")
        .defer("text")
        .order_by("-number")
    )


def version_of(page: Page, number: int) -> PageVersion | None:
    """One saving with its text."""
    return (
        PageVersion.objects.filter(page=page, number=number)
        .select_related("author")
        .prefetch_related("co_authors__member")
        .first()
    )


def trash_of(presence: Presence) -> QuerySet[Page]:
    """Deleted pages the member may take back."""
    rows = Page.objects.filter(
        space=presence.space,
        deleted_at__isnull=False,
        place__in=places_readable_by(presence.member),
    ).defer("text")
    if not presence.member.is_admin:
        rows = rows.filter(deleted_by=presence.member)
    return rows.order_by("-deleted_at")


def parents_in(space: Space) -> dict[int, int | None]:
    """Page to parent for all living pages of a space."""
    rows = Page.objects.filter(space=space, deleted_at=None)
    return dict(rows.values_list("pk", "parent_id"))
