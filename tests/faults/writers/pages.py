"""Ana and Ion write one page; each learns of the other's lines only from the conflict."""

from collections.abc import Iterable
from itertools import pairwise
from typing import cast as cast_to
from typing import override

from opentwinning.core.verdicts import Conflict
from opentwinning.facilities.audit.models import LedgerEntry
from opentwinning.facilities.audit.queries import broken_links
from opentwinning.workspace.pages.actions import create_page, save_page
from opentwinning.workspace.pages.models import Page, PageVersion
from tests import cast
from tests.faults.writer import Piece, Writer
from tests.scenes.spaces import a_space

TITLE = "River diary"


def piece_of(title: str, text: str, number: int) -> Piece:
    """A version is its number, its title and every line up to its own, which is the last."""
    return Piece(text.rpartition("\n")[2], f"{number} {title} {text}")


class PageSaves(Writer):
    """Nobody overwrites a line that she has not seen (G7)."""

    def __init__(self) -> None:
        """Begin with no page on the screen."""
        self.seen: Page | None = None

    @override
    def prepare(self) -> None:
        scene = a_space()
        create_page(by=scene.ana.actor, space=scene.space, title=TITLE, text="Day one")

    @override
    def write(self, number: int, turn: str) -> Piece | None:
        person = (cast.ana(), cast.ion())[number % 2]
        page = self.seen or Page.objects.get()
        while True:
            text = f"{page.text}\n{turn}"
            try:
                page = save_page(
                    by=person.actor, page=page, title=TITLE, text=text, version=page.version
                )
            except Conflict as conflict:
                page = cast_to(Page, conflict.current)
            else:
                self.seen = page
                return piece_of(page.title, page.text, page.version)

    @override
    def stored(self) -> Iterable[Piece]:
        versions = PageVersion.objects.exclude(number=1)
        return [piece_of(each.title, each.text, each.number) for each in versions]

    @override
    def torn(self) -> Iterable[str]:
        page = Page.objects.get()
        versions = list(page.versions.order_by("number"))
        if [each.number for each in versions] != list(range(1, page.version + 1)):
            yield f"{len(versions)} versions are not numbered 1 to {page.version}"
        newest = versions[-1]
        facts = (newest.title, newest.text, newest.author_id, newest.saved_at)
        if (page.title, page.text, page.saved_by_id, page.saved_at) != facts:
            yield "the page is not its newest version"
        for before, after in pairwise(versions):
            if after.text.rpartition("\n")[0] != before.text:
                yield f"version {after.number} is not version {before.number} and one line"
        if LedgerEntry.objects.filter(verb__endswith=".save_page").count() != len(versions) - 1:
            yield f"the ledger does not know each of {len(versions) - 1} savings"
        for entry in broken_links():
            yield f"the ledger's chain breaks at {entry}"
