"""The secret address of a teacher, and what calendar programs read there."""

import hashlib

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.translation import override, pgettext

from opentwinning.core.addresses import reverse
from opentwinning.core.freshness import proved_to_send
from opentwinning.core.verdicts import Refused, deny_unless
from opentwinning.core.web import ActorRequest, Audience, go, open_to, page
from opentwinning.facilities.limits.actions import network_of, within_limits
from opentwinning.workspace.calendar.actions import end_feed, make_feed
from opentwinning.workspace.calendar.policies import may_subscribe
from opentwinning.workspace.calendar.queries import access_feed, calendar_file, feed_of
from opentwinning.workspace.calendar.vocabulary import (
    FETCHES,
    FRESH_FOR,
    WRONG_ADDRESSES,
    digest_of,
)
from opentwinning.workspace.spaces.queries import access_space, space_context


@open_to(Audience.EDUCATORS)
@proved_to_send
def subscribe(request: ActorRequest, ref: str) -> HttpResponse:
    """Make the address; it is shown this once (A14: it opens without signing in)."""
    presence = access_space(request.actor, ref)
    deny_unless(may_subscribe(presence.member))
    address = ""
    if request.method == "POST":
        secret = make_feed(by=request.actor, space=presence.space)
        with override(settings.LANGUAGE_CODE):
            address = f"{settings.ADDRESS}{reverse('calendar:feed', args=[secret])}"
    return page(
        request,
        "calendar/subscribe.html",
        **space_context(presence, request, tool="calendar:calendar"),
        address=address,
        feed=feed_of(presence),
    )


@open_to(Audience.EDUCATORS, methods=("POST",))
def unsubscribe(request: ActorRequest, ref: str) -> HttpResponse:
    """The address ends at once."""
    presence = access_space(request.actor, ref)
    deny_unless(may_subscribe(presence.member))
    end_feed(by=request.actor, space=presence.space)
    messages.success(request, pgettext("calendar", "The address does not work any more."))
    return go(request, "calendar:subscribe", ref)


@open_to(Audience.EVERYBODY, methods=("GET",))
def feed(request: HttpRequest, secret: str) -> HttpResponse:
    """For programs, without signing in and without cookies. Only the address counts."""
    try:
        presence, events, due = access_feed(secret)
    except Refused:
        if within_limits("calendar.wrong", network_of(request), WRONG_ADDRESSES):
            raise
        return _too_often()
    if not within_limits("calendar.feed", digest_of(secret), FETCHES):
        return _too_often()
    text = calendar_file(presence.space.title, events, due)
    answer = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'inline; filename="calendar.ics"'
    answer["X-Robots-Tag"] = "noindex"
    answer["ETag"] = etag = f'"{hashlib.sha256(text).hexdigest()}"'
    patch_cache_control(answer, private=True, max_age=FRESH_FOR.seconds)
    same = get_conditional_response(request, etag=etag, response=answer)
    return same if isinstance(same, HttpResponse) else answer


def _too_often() -> HttpResponse:
    return HttpResponse(status=429, headers={"Retry-After": str(FRESH_FOR.seconds)})
