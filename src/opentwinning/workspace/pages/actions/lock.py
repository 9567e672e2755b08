"""A locked page is written by project admins only."""

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.verdicts import deny_unless
from opentwinning.workspace.pages.models import Page
from opentwinning.workspace.pages.policies import may_administer_page
from opentwinning.workspace.spaces.queries import member_of


@action
def lock_page(*, by: Actor, page: Page, is_locked: bool) -> Page:
    """Lock or unlock."""
    page = Page.objects.select_for_update(of=("self",)).select_related("space").get(pk=page.pk)
    deny_unless(may_administer_page(member_of(by, page.space), page.space, page))
    page.is_locked = is_locked
    page.save(update_fields=["is_locked"])
    note(page, is_locked=is_locked)
    return page
