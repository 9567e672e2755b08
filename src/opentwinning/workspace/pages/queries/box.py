"""What of the pages somebody takes along (idea 9)."""

from django.db.models import QuerySet

from opentwinning.workspace.pages.models import Page, PageVersion
from opentwinning.workspace.pages.queries.tree import Branch, page_tree
from opentwinning.workspace.pages.vocabulary import PageState
from opentwinning.workspace.spaces.queries import Presence


def branches_to_take(presence: Presence) -> list[Branch]:
    """Pages the member reads, in the order of the tree, without their texts; nothing that is hidden
    after a report."""
    walked = [each for branch in page_tree(presence) for each in branch.walk()]
    return [each for each in walked if each.page.state != PageState.HIDDEN]


def pages_to_take(presence: Presence) -> QuerySet[Page]:
    """The same pages with who began them, oldest first; texts stand in the versions."""
    known = [each.page.pk for each in branches_to_take(presence)]
    rows = Page.objects.filter(pk__in=known).select_related("created_by", "parent")
    return rows.defer("text", "parent__text").order_by("pk")


def versions_to_take(presence: Presence) -> QuerySet[PageVersion]:
    """Every saving of these pages, oldest first."""
    known = [each.page.pk for each in branches_to_take(presence)]
    rows = PageVersion.objects.filter(page__in=known).select_related("author", "page")
    return rows.defer("page__text").order_by("page", "number")
