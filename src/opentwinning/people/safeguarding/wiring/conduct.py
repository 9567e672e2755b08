"""When a session begins, and she has not agreed to the code in force, pages ask for it."""

from collections.abc import Mapping
from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language, pgettext_lazy

from opentwinning.core import richtext
from opentwinning.core.actor import Actor, Role
from opentwinning.core.addresses import reverse
from opentwinning.core.places import ARRIVALS, DESK_MENU, PAGE_CONTEXT, PANELS, MenuEntry, Panel
from opentwinning.core.web import ActorRequest
from opentwinning.people.safeguarding.actions import agree_to_conduct
from opentwinning.people.safeguarding.queries import conduct_day, conduct_in, has_agreed
from opentwinning.people.safeguarding.vocabulary import ASKS_CONDUCT, TICKED


@ARRIVALS.add
def asks_for_conduct(request: HttpRequest, answer: HttpResponse, account_id: int) -> None:
    """Looked up once, at the beginning: the pages themselves ask the database nothing. Who ticked
    it in the form of the registration has agreed already."""
    day = conduct_day()
    if day is None or has_agreed(account_id, day):
        return
    actor = cast("ActorRequest", request).actor
    if request.POST.get(TICKED) == day.isoformat() and actor.account_id == account_id:
        agree_to_conduct(by=actor)
    else:
        request.session[ASKS_CONDUCT] = True


def tick(_actor: Actor, typed: Mapping[str, str]) -> dict[str, Any] | None:
    """At the end of the registration: the code in force, and that she agrees."""
    code = conduct_in(get_language() or "en")
    if code is None:
        return None
    html = richtext.rendered(code.text)
    return {"code": code, "html": html, "name": TICKED, "is_ticked": TICKED in typed}


PANELS.add(Panel("registration", "safeguarding/on_registration.html", tick))


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
