"""A page is withheld after a report, and comes back as it stood (H6, H17).

Whoever decides about the report is judged there.
"""

from opentwinning.core import richtext
from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.workspace.files.actions import expose_files, withdraw_files
from opentwinning.workspace.pages.models import Page, PageVersion
from opentwinning.workspace.pages.vocabulary import PageState


@action
def withhold_page(*, by: Actor, ref: str) -> None:
    """Only its author and teachers still see it; visitors neither text nor files."""
    page = _locked(ref)
    if page is None or page.withheld_from:
        return
    page.withheld_from, page.state = page.state, PageState.HIDDEN
    page.save(update_fields=["state", "withheld_from"])
    withdraw_files(by=by, space=page.space, used_in=page.ref)
    note(page)


@action
def give_page_back(*, by: Actor, ref: str) -> None:
    """As it stood; a published one with the files of its public version."""
    page = _locked(ref)
    if page is None or not page.withheld_from:
        return
    page.state, page.withheld_from = page.withheld_from, ""
    page.save(update_fields=["state", "withheld_from"])
    public = PageVersion.objects.filter(page=page, number=page.published_version or 0).first()
    if public is not None:
        refs = richtext.file_refs(public.text)
        expose_files(by=by, space=page.space, used_in=page.ref, refs=refs)
    note(page)


def _locked(ref: str) -> Page | None:
    rows = Page.objects.select_for_update(of=("self",)).select_related("space")
    return rows.filter(ref=ref).first()
