"""What everybody on the internet sees (X-51, row 42): one frozen version and its files."""

from django.utils.translation import pgettext_lazy

from opentwinning.core import richtext
from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.events import emit
from opentwinning.core.verdicts import Conflict, Invalid, deny_unless
from opentwinning.workspace.files.actions import expose_files, withdraw_files
from opentwinning.workspace.files.queries import unfit_for_public
from opentwinning.workspace.pages.events import PagePublished, PageUnpublished
from opentwinning.workspace.pages.models import Page
from opentwinning.workspace.pages.policies import may_administer_page, may_publish_page
from opentwinning.workspace.pages.queries import flaws_of
from opentwinning.workspace.spaces.queries import member_of

BARE_PICTURES = pgettext_lazy(
    "pages", "Some pictures have no description. Describe them before you publish."
)
CLOSED_FILES = pgettext_lazy(
    "pages", "Some files of this page may not be public. Look at the list below."
)


@action
def publish_page(*, by: Actor, page: Page, version: int) -> Page:
    """Show this version to everybody; later savings stay inside until published again.

    ``version`` is the one the admin looked at; ``Conflict`` when there is a newer one.
    """
    page = _locked(page)
    deny_unless(may_publish_page(member_of(by, page.space), page.space, page))
    if page.version != version:
        raise Conflict(page)
    if flaws_of(page.text).bare_pictures:
        raise Invalid(BARE_PICTURES)
    if unfit_for_public(page.space, page.text):
        raise Invalid(CLOSED_FILES)
    refs = richtext.file_refs(page.text)
    expose_files(by=by, space=page.space, used_in=page.ref, refs=refs)
    page.published_version, page.published_at = version, now()
    page.save(update_fields=["published_version", "published_at"])
    note(page, version=version)
    emit(PagePublished(page.space_id, page.pk))
    return page


@action
def unpublish_page(*, by: Actor, page: Page) -> Page:
    """Close the page and its files to visitors at once."""
    page = _locked(page)
    deny_unless(may_administer_page(member_of(by, page.space), page.space, page))
    page.published_version = page.published_at = None
    page.save(update_fields=["published_version", "published_at"])
    withdraw_files(by=by, space=page.space, used_in=page.ref)
    note(page)
    emit(PageUnpublished(page.space_id, page.pk))
    return page


def _locked(page: Page) -> Page:
    return Page.objects.select_for_update(of=("self",)).select_related("space").get(pk=page.pk)
