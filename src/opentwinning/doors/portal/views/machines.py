"""Addresses for machines."""

import datetime as dt
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.db import Error
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.templatetags.static import static

from opentwinning.core import showcase
from opentwinning.core.clock import now
from opentwinning.core.web import Audience, open_to
from opentwinning.doors.portal.queries import database_answers
from opentwinning.people.support.queries import programme

WORKER = Path(showcase.__file__).parent / "static" / "ot" / "service-worker.js"


@open_to(Audience.EVERYBODY, methods=("GET",))
def health(request: HttpRequest) -> JsonResponse:
    """Is the site ready? Says nothing about versions or paths (K11, I9)."""
    try:
        ready = database_answers()
    except Error:
        ready = False
    return JsonResponse({"ready": ready}, status=200 if ready else 503)


@open_to(Audience.EVERYBODY, methods=("GET",))
def robots(request: HttpRequest) -> HttpResponse:
    """Search engines may read the public pages only."""
    closed = ("today", "desk", "spaces", "twinspaces", "pupils", "notices", "partners", "account")
    lines = ["User-agent: *", *(f"Disallow: /{name}" for name in closed)]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@open_to(Audience.EVERYBODY, methods=("GET",))
def security_txt(request: HttpRequest) -> HttpResponse:
    """Where to report a weakness (I14)."""
    expires = (now() + dt.timedelta(days=180)).replace(hour=0, minute=0, second=0, microsecond=0)
    host = urlsplit(settings.ADDRESS).hostname
    lines = [
        f"Contact: mailto:security@{host}",
        f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: en",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@open_to(Audience.EVERYBODY, methods=("GET",))
def manifest(request: HttpRequest) -> JsonResponse:
    """What a telephone needs to put the platform among its apps."""
    icons = [
        {"src": static(f"ot/art/icon-{size}.png"), "sizes": f"{size}x{size}", "type": "image/png"}
        for size in (192, 512)
    ]
    edge = static("ot/art/icon-edge-512.png")
    icons.append({"src": edge, "sizes": "512x512", "type": "image/png", "purpose": "maskable"})
    name = programme().name
    said = {
        "id": "/",
        "name": name,
        "short_name": name,
        "start_url": "/today/",
        "scope": "/",
        "display": "standalone",
        "background_color": "#ffffff",
        "theme_color": "#1f4fa3",
        "icons": icons,
    }
    answer = JsonResponse(said, content_type="application/manifest+json")
    answer["Cache-Control"] = "public, max-age=3600"
    return answer


@open_to(Audience.EVERYBODY, methods=("GET",))
def service_worker(request: HttpRequest) -> HttpResponse:
    """The worker of the browser: an offline page and pushes. Asked for anew each time, so that a
    newer one comes at once; it stands at the root, for a worker serves only what lies below it."""
    answer = HttpResponse(WORKER.read_bytes(), content_type="text/javascript; charset=utf-8")
    answer["Cache-Control"] = "no-cache"
    return answer
