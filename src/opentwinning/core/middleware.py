"""Who is asking, and how a refusal looks."""

from collections.abc import Callable
from typing import cast
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import patch_cache_control

from opentwinning.core.actor import VISITOR, Actor
from opentwinning.core.places import ACTOR_SOURCES
from opentwinning.core.verdicts import Refused
from opentwinning.core.web import ActorRequest

type Answer = Callable[[HttpRequest], HttpResponse]


class ActorMiddleware:
    """Set ``request.actor``; signed-in pages are never cached by anybody else (I7)."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        actor = cast("ActorRequest", request).actor = _actor(request)
        with timezone.override(_zone(actor)):
            response = self.get_response(request)
        if cast("ActorRequest", request).actor.is_signed_in and not response.has_header(
            "Cache-Control"
        ):
            patch_cache_control(response, private=True, no_store=True)
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """A refusal becomes 404 when the thing is secret, else 403 with its reason (B3)."""
        if not isinstance(exception, Refused):
            return None
        if exception.verdict.secret:
            return render(request, "404.html", status=404)
        return render(request, "403.html", {"reason": exception.verdict.reason}, status=403)


def _zone(actor: Actor) -> ZoneInfo | None:
    """Every time on a page is the reader's time; None is the zone of the site."""
    try:
        return ZoneInfo(actor.time_zone) if actor.time_zone else None
    except (ZoneInfoNotFoundError, ValueError):
        return None


def _actor(request: HttpRequest) -> Actor:
    for source in ACTOR_SOURCES:
        actor = source(request)
        if actor is not None:
            return actor
    return VISITOR


class HeadersMiddleware:
    """Headers every answer carries, errors included (I3, A6). An address with a NUL in it is no
    honest wish, and PostgreSQL knows no such text: refused before anything reads it (B16)."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "\x00" in request.path or "%00" in request.META.get("QUERY_STRING", ""):
            response: HttpResponse = HttpResponseBadRequest()
        else:
            response = self.get_response(request)
        response.headers.setdefault(
            "Permissions-Policy", "camera=(self), microphone=(), geolocation=(), browsing-topics=()"
        )
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return response
