"""When a session begins, and she has not agreed to the code in force, pages ask for it."""

from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.utils.translation import pgettext_lazy

from opentwinning.core.actor import Role
from opentwinning.core.addresses import reverse
from opentwinning.core.places import ARRIVALS, DESK_MENU, PAGE_CONTEXT, MenuEntry
from opentwinning.core.web import ActorRequest
from opentwinning.people.safeguarding.queries import conduct_day, has_agreed
from opentwinning.people.safeguarding.vocabulary import ASKS_CONDUCT


@ARRIVALS.add
def asks_for_conduct(request: HttpRequest, answer: HttpResponse, account_id: int) -> None:
    """Looked up once, at the beginning: the pages themselves ask the database nothing."""
    day = conduct_day()
    if day is not None and not has_agreed(account_id, day):
        request.session[ASKS_CONDUCT] = True


@PAGE_CONTEXT.add
def question(request: HttpRequest) -> dict[str, Any]:
    """A question above every page until she agreed; nothing is locked, no text is lost."""
    actor = cast("ActorRequest", request).actor
    asks = actor.account_id is not None and request.session.get(ASKS_CONDUCT)
    if not asks or request.path == reverse("safeguarding:conduct"):
        return {}
    context = {"agree_url": reverse("safeguarding:agree"), "here": request.get_full_path()}
    return {"page_question": ("safeguarding/question.html", context)}


DESK_MENU.add(
    MenuEntry(
        pgettext_lazy("desk", "Code of conduct"),
        "safeguarding:write_conduct",
        "heart-handshake",
        lambda actor: actor.is_a(Role.CENTRAL_OFFICER),
    ),
    order=97,
)
