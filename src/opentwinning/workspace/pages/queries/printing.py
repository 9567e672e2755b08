"""Pages as they go on paper: a page with what stands under it, or all pages of a space."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.safestring import SafeString

from opentwinning.core import richtext
from opentwinning.workspace.files.queries import file_address
from opentwinning.workspace.pages.models import Page
from opentwinning.workspace.pages.queries.tree import Branch, page_tree
from opentwinning.workspace.pages.vocabulary import MAX_PRINTED, PageState
from opentwinning.workspace.spaces.queries import Presence


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """``begins`` says that a new sheet of paper begins with it."""

    page: Page
    html: SafeString
    begins: bool


def pages_to_print(presence: Presence, top: Page | None = None) -> tuple[list[PrintedPage], int]:
    """What goes on paper, in reading order, and how many pages found no room.

    Under ``top``, or all. Drafts stay on the screen, unless the reader prints that very page;
    what is withheld stays there always. Three statements, whatever the number of pages.
    """
    chosen = list(_chosen(page_tree(presence), top))
    room = chosen[:MAX_PRINTED]
    rows = Page.objects.select_related("saved_by").in_bulk([branch.page.pk for branch in room])
    found = [(rows[b.page.pk], b.level) for b in room if b.page.pk in rows]
    address = file_address(presence, *(page.text for page, _ in found))
    printed = [
        PrintedPage(page, richtext.rendered(page.text, address), level == 1 or place == 0)
        for place, (page, level) in enumerate(found)
    ]
    return printed, len(chosen) - len(room)


def _chosen(branches: Iterable[Branch], top: Page | None) -> Iterator[Branch]:
    everything = [each for branch in branches for each in branch.walk()]
    if top is not None:
        here = [branch for branch in everything if branch.page.pk == top.pk]
        everything = [each for branch in here for each in branch.walk()]
    for each in everything:
        asked_for = top is not None and each.page.pk == top.pk
        if each.page.state == PageState.VISIBLE or (
            asked_for and each.page.state == PageState.DRAFT
        ):
            yield each
