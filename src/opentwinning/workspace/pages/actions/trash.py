"""Thirty days in the trash."""

import datetime as dt

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.events import emit
from opentwinning.core.verdicts import deny_unless
from opentwinning.workspace.files.actions import withdraw_files
from opentwinning.workspace.pages.events import PageDeleted, PageUnpublished
from opentwinning.workspace.pages.models import Page
from opentwinning.workspace.pages.policies import may_delete_page, may_undelete_page
from opentwinning.workspace.pages.vocabulary import TRASH_DAYS
from opentwinning.workspace.spaces.queries import member_of


@action
def delete_page(*, by: Actor, page: Page) -> Page:
    """Into the trash, and out of the public; its sub-pages move up on the screen."""
    page = _locked(page)
    member = member_of(by, page.space)
    deny_unless(may_delete_page(member, page.space, page))
    was_published = page.is_published
    page.deleted_at, page.deleted_by = now(), member
    page.published_version = page.published_at = None
    page.save(update_fields=["deleted_at", "deleted_by", "published_version", "published_at"])
    if was_published:
        withdraw_files(by=by, space=page.space, used_in=page.ref)
        emit(PageUnpublished(page.space_id, page.pk))
    note(page, title=page.title)
    emit(PageDeleted(page.space_id, page.pk))
    return page


@action
def undelete_page(*, by: Actor, page: Page) -> Page:
    """Take a page back; it is not published again by that."""
    page = _locked(page)
    deny_unless(may_undelete_page(member_of(by, page.space), page.space, page))
    page.deleted_at = page.deleted_by = None
    page.save(update_fields=["deleted_at", "deleted_by"])
    note(page, title=page.title)
    return page


@action
def purge_pages(*, by: Actor) -> int:
    """Forget pages that lay in the trash long enough; returns how many."""
    limit = now() - dt.timedelta(days=TRASH_DAYS)
    rows = Page.objects.filter(deleted_at__lt=limit)
    refs = list(rows.values_list("ref", flat=True))
    rows.delete()
    note(pages=refs)
    return len(refs)


@action
def empty_pages(*, by: Actor, space_id: int) -> int:
    """The space is emptied: nothing stays, not even in the trash; returns how many."""
    rows = Page.objects.filter(space=space_id)
    note(space=space_id, pages=rows.count())
    return rows.delete()[0]


def _locked(page: Page) -> Page:
    return Page.objects.select_for_update(of=("self",)).select_related("space").get(pk=page.pk)
