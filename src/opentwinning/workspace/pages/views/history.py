"""Who changed what, and bringing text back."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.translation import pgettext

from opentwinning.core import richtext
from opentwinning.core.web import ActorRequest, Audience, go, open_to, page
from opentwinning.workspace.files.queries import file_address
from opentwinning.workspace.pages.actions import restore_version
from opentwinning.workspace.pages.models import Page, PageVersion
from opentwinning.workspace.pages.policies import may_restore_version
from opentwinning.workspace.pages.queries import access_page, compared, history_of, version_of
from opentwinning.workspace.spaces.queries import space_context

PER_PAGE = 50


@open_to(Audience.MEMBERS, methods=("GET",))
def history(request: ActorRequest, ref: str) -> HttpResponse:
    """Every saving, newest first."""
    presence, found = access_page(request.actor, ref)
    rows = history_of(found)
    if (before := request.GET.get("before", "")).isdigit():
        rows = rows.filter(number__lt=int(before))
    versions = list(rows[: PER_PAGE + 1])
    return page(
        request,
        "pages/history.html",
        **space_context(presence, request, tool="pages:tree"),
        wiki_page=found,
        versions=versions[:PER_PAGE],
        more_before=versions[PER_PAGE - 1].number if len(versions) > PER_PAGE else None,
    )


@open_to(Audience.MEMBERS, methods=("GET",))
def version(request: ActorRequest, ref: str, number: int) -> HttpResponse:
    """One earlier version, and the way back to it."""
    presence, found = access_page(request.actor, ref)
    chosen = _version(found, number)
    return page(
        request,
        "pages/version.html",
        **space_context(presence, request, tool="pages:tree"),
        wiki_page=found,
        chosen=chosen,
        html=richtext.rendered(chosen.text, file_address(presence, chosen.text)),
        may_restore=bool(may_restore_version(presence.member, presence.space, found)),
    )


@open_to(Audience.MEMBERS, methods=("GET",))
def compare(request: ActorRequest, ref: str, number: int) -> HttpResponse:
    """What one saving changed, in words; ``?with=`` chooses another version to compare with."""
    presence, found = access_page(request.actor, ref)
    after = _version(found, number)
    other = request.GET.get("with", "")
    before = version_of(found, int(other) if other.isdigit() else number - 1)
    return page(
        request,
        "pages/compare.html",
        **space_context(presence, request, tool="pages:tree"),
        wiki_page=found,
        before=before,
        after=after,
        pieces=compared(before.text if before else "", after.text),
        title_pieces=compared(before.title if before else "", after.title),
        may_restore=bool(may_restore_version(presence.member, presence.space, found)),
    )


@open_to(Audience.MEMBERS, methods=("POST",))
def restore(request: ActorRequest, ref: str, number: int) -> HttpResponse:
    """An earlier text becomes the newest version."""
    _, found = access_page(request.actor, ref, to="restore")
    restore_version(by=request.actor, page=found, number=number)
    messages.success(request, pgettext("pages", "The earlier text is back as a new version."))
    return go(request, "pages:page", ref)


def _version(found: Page, number: int) -> PageVersion:
    chosen = version_of(found, number)
    if chosen is None:
        raise Http404
    return chosen
