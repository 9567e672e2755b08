"""A version is added to a page that is locked."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.clock import now
from opentwinning.workspace.pages.models import Page, PageVersion

NO_TITLE = pgettext_lazy("pages", "Write a title.")


def locked(page: Page) -> Page:
    """The page as it is now, for this transaction alone."""
    return Page.objects.select_for_update(of=("self",)).select_related("space").get(pk=page.pk)


def add_version(
    page: Page, author: int, title: str, text: str, *, restored_from: int | None = None
) -> PageVersion:
    """The next version of a locked page, by a member (her id); the page says the same."""
    page.version += 1
    page.title, page.text = title, text
    page.saved_by_id, page.saved_at = author, now()
    page.save(update_fields=["version", "title", "text", "saved_by", "saved_at"])
    return PageVersion.objects.create(
        page=page,
        number=page.version,
        title=title,
        text=text,
        author_id=author,
        saved_at=page.saved_at,
        restored_from=restored_from,
    )
