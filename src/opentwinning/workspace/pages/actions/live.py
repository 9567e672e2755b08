"""Writing together: changes are kept as they come, versions are made of them now and then.

Keeping is no action: nobody decides anything, and each keystroke would be a row of the ledger. The
right to write was judged when the writer came in, and is again every few seconds (F3, F4).
"""

from collections.abc import Sequence

from django.db import transaction

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.events import emit
from opentwinning.core.livetext.documents import blocks_of, bring_in, document_of, new_document
from opentwinning.core.livetext.reading import tree_of
from opentwinning.core.livetext.writing import markdown_of, normal
from opentwinning.core.permits import permit
from opentwinning.workspace.pages.actions.versions import add_version, locked
from opentwinning.workspace.pages.events import PageSaved
from opentwinning.workspace.pages.models import Page, PageChange, PageCoAuthor, PageDocument
from opentwinning.workspace.spaces.models import Member


def open_document(page_id: int) -> PageDocument | None:
    """The document of a page, begun from its text; None for a page in the trash."""
    with transaction.atomic(), permit("pages"):
        page = Page.objects.select_for_update(of=("self",)).filter(pk=page_id).first()
        if page is None or page.deleted_at is not None:
            return None
        return PageDocument.objects.filter(page=page).first() or PageDocument.objects.create(
            page=page, whole=new_document(page.text).get_update(), version=page.version
        )


def keep_changes(page_id: int, written: Sequence[tuple[int, bytes]]) -> list[int] | None:
    """Changes become rows, each with its author (a member's id); their numbers after the commit."""
    with transaction.atomic(), permit("pages"):
        found = PageDocument.objects.filter(page_id=page_id, page__deleted_at=None).first()
        if found is None:
            return None
        rows = [PageChange(document=found, author_id=who, body=body) for who, body in written]
        return [row.pk for row in PageChange.objects.bulk_create(rows)]


@action
def settle_page(*, by: Actor, page: Page) -> Page:
    """What was written together becomes a version; the changes are folded into the document."""
    page = locked(page)
    document = PageDocument.objects.select_for_update().filter(page=page).first()
    if document is None:
        return page
    rows = list(PageChange.objects.filter(document=document).order_by("pk"))
    if not rows:
        return page
    shared = document_of([document.whole, *(row.body for row in rows)])
    blocks = blocks_of(shared)
    if normal(blocks) != normal(tree_of(page.text)):
        writers = list(dict.fromkeys(row.author_id for row in reversed(rows)))
        author, *others = writers
        version = add_version(page, author, page.title, markdown_of(blocks))
        PageCoAuthor.objects.bulk_create(
            [PageCoAuthor(version=version, member_id=member) for member in others]
        )
        emit(PageSaved(page.space_id, page.pk, page.version))
    document.whole, document.version = shared.get_update(), page.version
    document.fold += 1
    document.save(update_fields=["whole", "version", "fold"])
    PageChange.objects.filter(pk__in=[row.pk for row in rows]).delete()
    note(page, version=page.version)
    return page


def carry_into_document(page: Page, before: str, member: Member) -> None:
    """A text saved by a form reaches those who write together: blocks that nobody touched change,
    where both sides changed both stay. Within the action that saved it."""
    document = PageDocument.objects.select_for_update().filter(page=page).first()
    if document is None:
        return
    if before != page.text:
        changes = PageChange.objects.filter(document=document).order_by("pk")
        shared = document_of([document.whole, *changes.values_list("body", flat=True)])
        known = shared.get_state()
        bring_in(shared, before, page.text)
        PageChange.objects.create(document=document, author=member, body=shared.get_update(known))
    document.version = page.version
    document.save(update_fields=["version"])
