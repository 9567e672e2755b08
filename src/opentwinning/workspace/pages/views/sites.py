"""The list of sites that pages may show, kept by the centre; and the answer that lets one in."""

from collections.abc import Collection
from typing import cast

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import pgettext
from django.views.decorators.csp import csp_override

from opentwinning.core.blocks import Frames
from opentwinning.core.frames import origin_of
from opentwinning.core.verdicts import Conflict, deny_unless
from opentwinning.core.web import ActorRequest, Audience, go, open_to, page
from opentwinning.workspace.pages.actions import save_site
from opentwinning.workspace.pages.forms import SiteForm
from opentwinning.workspace.pages.models import EmbedSite
from opentwinning.workspace.pages.policies import may_keep_sites
from opentwinning.workspace.pages.queries import access_site, embed_sites


@open_to(Audience.CENTRAL, methods=("GET",))
def sites(request: HttpRequest) -> HttpResponse:
    """All sites, open and closed."""
    deny_unless(may_keep_sites(cast("ActorRequest", request).actor))
    return page(request, "pages/sites.html", sites=embed_sites())


@open_to(Audience.CENTRAL)
def new_site(request: HttpRequest) -> HttpResponse:
    """One more."""
    deny_unless(may_keep_sites(cast("ActorRequest", request).actor))
    return _form(request, None)


@open_to(Audience.CENTRAL)
def site(request: HttpRequest, ref: str) -> HttpResponse:
    """Change one, or close it."""
    return _form(request, access_site(cast("ActorRequest", request).actor, ref))


def _form(request: HttpRequest, found: EmbedSite | None) -> HttpResponse:
    actor = cast("ActorRequest", request).actor
    form = SiteForm(request.POST or None, initial=SiteForm.stored(found))
    try:
        if form.is_valid() and form.did(lambda: save_site(by=actor, site=found, **form.details())):
            messages.success(
                request, pgettext("sites", "Saved. Pages follow from the next look on.")
            )
            return go(request, "pages:sites")
    except Conflict:
        form.add_error(
            None,
            pgettext(
                "sites", "Somebody changed this site meanwhile. Open it anew and look at it first."
            ),
        )
    return page(request, "pages/site.html", form=form, site=found)


def letting_in(request: HttpRequest, response: HttpResponse, frames: Frames) -> HttpResponse:
    """The answer, with leave for the one frame that was asked for, if any."""
    origins = sorted({origin_of(frame.address) for frame in frames.values() if frame.address})
    if not origins:
        return response
    policy = cast("dict[str, Collection[str]]", settings.SECURE_CSP) | {"frame-src": origins}
    return csp_override(policy)(lambda _: response)(request)
