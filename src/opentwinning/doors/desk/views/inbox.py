"""Everything that waits (page 97)."""

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.utils.translation import pgettext

from opentwinning.core.addresses import reverse
from opentwinning.core.web import ActorRequest, Audience, open_to, page
from opentwinning.doors.desk.queries import inbox_of
from opentwinning.doors.desk.vocabulary import PAGE


@open_to(Audience.OFFICERS, methods=("GET",))
def inbox(request: HttpRequest) -> HttpResponse:
    """All queues, oldest first; one queue, one country by choice."""
    actor = cast("ActorRequest", request).actor
    key, country = request.GET.get("queue", ""), request.GET.get("country", "")
    wanted = request.GET.get("shown", "")
    shown = min(int(wanted), 1000) if wanted.isdigit() else PAGE
    found = inbox_of(actor, key=key, country=country, shown=shown)
    more = found.total > shown
    here = reverse("desk:inbox")
    tabs = [{"label": pgettext("desk", "Everything"), "url": here, "current": not key}]
    tabs += [
        {"label": q.label, "url": f"{here}?queue={q.key}", "current": q.key == key, "count": count}
        for q, count in found.counts
    ]
    return page(
        request, "desk/inbox.html", inbox=found, key=key, country=country, step=PAGE, tabs=tabs,
        next_shown=shown + PAGE if more else 0,
    )  # fmt: skip
