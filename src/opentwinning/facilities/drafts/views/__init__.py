"""The address that forms save to while somebody types."""

from typing import cast
from urllib.parse import urlsplit

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import pgettext

from opentwinning.core.text import clean_line
from opentwinning.core.verdicts import Conflict, Invalid
from opentwinning.core.web import ActorRequest, Audience, go, open_to, page
from opentwinning.facilities.drafts.actions import discard_draft, save_draft
from opentwinning.facilities.drafts.models import Draft
from opentwinning.facilities.drafts.queries import drafts_of, posted


@open_to(Audience.SIGNED_IN, methods=("POST",))
def save(request: HttpRequest, key: str) -> JsonResponse:
    """Save a draft; answers the time of saving. 409: another window is newer; 413: too long."""
    actor = cast("ActorRequest", request).actor
    if request.POST.get("discard_draft"):
        discard_draft(by=actor, key=key)
        return JsonResponse({"discarded": True})
    try:
        draft = save_draft(
            by=actor,
            key=key[:160],
            fields=posted(request.POST),
            url=urlsplit(request.headers.get("Referer", "")).path[:400],
            title=clean_line(request.POST.get("draft_title", ""))[:160],
            base_stamp=request.POST.get("base_stamp", "")[:40],
        )
    except Conflict as conflict:
        return JsonResponse(_stamp(cast("Draft", conflict.current)), status=409)
    except Invalid:
        return JsonResponse({}, status=413)
    return JsonResponse(_stamp(draft))


@open_to(Audience.ADULTS, methods=("GET",))
def mine(request: HttpRequest) -> HttpResponse:
    """Everything begun and not sent (page 60)."""
    drafts = drafts_of(cast("ActorRequest", request).actor)
    return page(request, "drafts/mine.html", drafts=drafts)


@open_to(Audience.ADULTS, methods=("POST",))
def discard(request: HttpRequest) -> HttpResponse:
    """Give one draft up."""
    discard_draft(
        by=cast("ActorRequest", request).actor, key=clean_line(request.POST.get("key", ""))[:160]
    )
    messages.success(request, pgettext("drafts", "The draft is gone."))
    return go(request, "drafts:mine")


def _stamp(draft: Draft) -> dict[str, str]:
    local = timezone.localtime(draft.saved_at)
    return {"saved_at": time_format(local, "H:i"), "stamp": draft.saved_at.isoformat()}
