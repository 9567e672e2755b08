"""Publishing a page, and what visitors see of it."""

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import pgettext

from opentwinning.core import richtext
from opentwinning.core.verdicts import Conflict, Invalid
from opentwinning.core.web import ActorRequest, Audience, go, open_to, page
from opentwinning.workspace.files.queries import file_address, unfit_for_public
from opentwinning.workspace.pages.actions import publish_page, unpublish_page
from opentwinning.workspace.pages.queries import (
    access_page,
    access_published_page,
    flaws_of,
    frames_in,
)
from opentwinning.workspace.pages.views.sites import letting_in
from opentwinning.workspace.spaces.queries import space_context


@open_to(Audience.MEMBERS)
def publish(request: ActorRequest, ref: str) -> HttpResponse:
    """Look at the page as a visitor, see what stands in the way, decide (H12)."""
    presence, found = access_page(request.actor, ref, to="publish")
    if request.method == "POST":
        version = request.POST.get("version", "")
        try:
            publish_page(
                by=request.actor, page=found, version=int(version) if version.isdigit() else 0
            )
        except Invalid as problem:
            messages.error(request, str(problem.message))
        except Conflict:
            text = pgettext("pages", "Somebody saved a newer version. Look at it first.")
            messages.warning(request, text)
        else:
            messages.success(request, pgettext("pages", "Everybody can read this page now."))
            return go(request, "pages:page", ref)
        return go(request, "pages:publish", ref)
    return page(
        request,
        "pages/publish.html",
        **space_context(presence, request, tool="pages:tree"),
        wiki_page=found,
        html=richtext.rendered(found.text, file_address(presence, found.text)),
        flaws=flaws_of(found.text),
        unfit=unfit_for_public(presence.space, found.text),
    )


@open_to(Audience.MEMBERS, methods=("POST",))
def unpublish(request: ActorRequest, ref: str) -> HttpResponse:
    """Close the page to visitors at once."""
    _, found = access_page(request.actor, ref, to="administer")
    unpublish_page(by=request.actor, page=found)
    messages.success(request, pgettext("pages", "Only members can read this page now."))
    return go(request, "pages:page", ref)


@open_to(Audience.EVERYBODY, methods=("GET",))
def public(request: ActorRequest, ref: str) -> HttpResponse:
    """One published page, for everybody."""
    found = access_published_page(ref)
    frames = frames_in(found.text, request.GET.get("show", ""))
    html = found.html(frames)
    response = page(request, "pages/public.html", published=found, html=html)
    return letting_in(request, response, frames)
