"""Pages for everybody."""

from typing import cast

from django.http import HttpRequest, HttpResponse

from opentwinning.collaboration.projects.queries import newest_published
from opentwinning.core import showcase as stories
from opentwinning.core.privacy import declarations
from opentwinning.core.web import ActorRequest, Audience, open_to, page
from opentwinning.doors.portal.queries import figures


@open_to(Audience.EVERYBODY, methods=("GET",))
def home(request: HttpRequest) -> HttpResponse:
    """What it is in ten seconds, three doors, live examples, figures (P-01…P-03, P-12, P-14)."""
    return page(
        request,
        "portal/home.html",
        examples=newest_published(),
        figures=figures(),
        is_signed_in=cast("ActorRequest", request).actor.is_signed_in,
    )


@open_to(Audience.EVERYBODY, methods=("GET",))
def offline(request: HttpRequest) -> HttpResponse:
    """What a browser with our service worker shows without a connection; nothing personal."""
    return page(request, "portal/offline.html")


@open_to(Audience.EVERYBODY, methods=("GET",))
def how_it_works(request: HttpRequest) -> HttpResponse:
    """From two strangers to a labelled project, step by step (P-02)."""
    return page(request, "portal/how_it_works.html")


@open_to(Audience.EVERYBODY, methods=("GET",))
def safety(request: HttpRequest) -> HttpResponse:
    """The rules that keep pupils safe, for adults and for young people."""
    return page(request, "portal/safety.html")


@open_to(Audience.EVERYBODY, methods=("GET",))
def privacy(request: HttpRequest) -> HttpResponse:
    """What is stored, why and how long: read from the declarations themselves (J1)."""
    rows = [d for d in declarations() if d.subject is not None]
    return page(request, "portal/privacy.html", rows=sorted(rows, key=lambda d: str(d.subject)))


@open_to(Audience.EVERYBODY, methods=("GET",))
def accessibility(request: HttpRequest) -> HttpResponse:
    """The accessibility statement."""
    return page(request, "portal/accessibility.html")


@open_to(Audience.EVERYBODY, methods=("GET",))
def showcase(request: HttpRequest) -> HttpResponse:
    """Every component with its examples."""
    return stories.showcase(request)
