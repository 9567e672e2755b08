"""The inbox of notices."""

from typing import cast

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language

from opentwinning.core.web import ActorRequest, Audience, go, open_to, page
from opentwinning.facilities.notifications.actions import mark_all_read, mark_read
from opentwinning.facilities.notifications.queries import inbox_of


@open_to(Audience.ADULTS, methods=("GET", "POST"))
def inbox(request: HttpRequest) -> HttpResponse:
    """All notices; POST marks all as read."""
    actor = cast("ActorRequest", request).actor
    if request.method == "POST":
        mark_all_read(by=actor)
        return go(request, "notifications:inbox")
    return page(request, "notifications/inbox.html", notices=inbox_of(actor))


@open_to(Audience.ADULTS, methods=("POST",))
def open_notice(request: HttpRequest, ref: str) -> HttpResponse:
    """Mark one as read and go to the thing."""
    notice = mark_read(by=cast("ActorRequest", request).actor, ref=ref)
    if notice is None:
        raise Http404
    language = get_language()
    prefix = "" if language == settings.LANGUAGE_CODE else f"/{language}"
    return redirect(f"{prefix}{notice.url}")
