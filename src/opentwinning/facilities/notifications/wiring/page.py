"""Every page of an adult shows how many notices are new."""

from typing import Any, cast

from django.http import HttpRequest

from opentwinning.core.addresses import reverse
from opentwinning.core.places import PAGE_CONTEXT
from opentwinning.core.web import ActorRequest
from opentwinning.facilities.notifications.queries import unread_count


@PAGE_CONTEXT.add
def unread(request: HttpRequest) -> dict[str, Any]:
    actor = cast("ActorRequest", request).actor
    if actor.account_id is None:
        return {}
    return {"notices_url": reverse("notifications:inbox"), "unread_notices": unread_count(actor)}
