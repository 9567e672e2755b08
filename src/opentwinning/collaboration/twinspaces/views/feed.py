"""The feed of a public project, in Atom (RFC 4287), for programs."""

import datetime as dt
import hashlib
from typing import Any, cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.translation import override, pgettext

from opentwinning.collaboration.twinspaces.queries.feed import ProjectFeed, access_feed_of
from opentwinning.core.addresses import reverse
from opentwinning.core.web import Audience, open_to


class _Atom(Atom1Feed):
    """Each entry says its own language."""

    def item_attributes(self, item: dict[str, Any]) -> dict[str, str]:
        return {"xml:lang": item["language"]} if item["language"] else {}

    def latest_post_date(self) -> dt.datetime:
        return cast("dt.datetime", self.feed["changed_at"])


@open_to(Audience.EVERYBODY, methods=("GET",))
def feed(request: HttpRequest, ref: str) -> HttpResponse:
    """What is public now. It may not be kept unasked: what is withdrawn vanishes at once."""
    with override(settings.LANGUAGE_CODE):  # ids of entries never depend on the reader's language
        found = access_feed_of(ref)
        own = settings.ADDRESS + reverse("twinspaces:feed", args=[ref])
        home = settings.ADDRESS + reverse("projects:visit", args=[ref])
    text = _atom(found, own=own, home=home)
    answer = HttpResponse(text, content_type=Atom1Feed.content_type)
    answer["ETag"] = etag = f'"{hashlib.sha256(text.encode()).hexdigest()}"'
    patch_cache_control(answer, no_cache=True)
    same = get_conditional_response(request, etag=etag, response=answer)
    return same if isinstance(same, HttpResponse) else answer


def _atom(found: ProjectFeed, *, own: str, home: str) -> str:
    made = _Atom(
        title=found.publication.title,
        link=home,
        description="",
        subtitle=found.publication.summary,
        language=found.project.language,
        feed_url=own,
        feed_guid=own,
        changed_at=found.updated_at,
    )
    for entry in found.entries:
        with override(entry.language or found.project.language):
            untitled = pgettext("posts", "Diary")
        address = settings.ADDRESS + entry.url
        made.add_item(
            title=entry.title or untitled,
            link=address,
            unique_id=address,
            description=escape(entry.text),  # Django says it is HTML
            author_name=entry.author,
            pubdate=entry.published_at,
            updateddate=entry.published_at,
            language=entry.language,
        )
    return str(made.writeString("utf-8"))
