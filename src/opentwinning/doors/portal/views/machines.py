"""Addresses for machines."""

import datetime as dt
from urllib.parse import urlsplit

from django.conf import settings
from django.db import Error
from django.http import HttpRequest, HttpResponse, JsonResponse

from opentwinning.core.clock import now
from opentwinning.core.web import Audience, open_to
from opentwinning.doors.portal.queries import database_answers


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
