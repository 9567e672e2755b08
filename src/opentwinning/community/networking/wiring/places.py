"""What networking adds to the menu, Today, the desk and educators' profiles."""

from typing import Any, cast

from django.http import HttpRequest
from django.utils.translation import npgettext, pgettext_lazy

from opentwinning.community.networking.policies import (
    may_ask_for_contact,
    may_block_educator,
    may_follow,
    may_write_to,
)
from opentwinning.community.networking.queries import (
    does_follow,
    followers_number,
    has_blocked,
    requests_count,
    shows_followers,
    tie_with,
    unread_conversations,
)
from opentwinning.community.networking.queries.fit import mine_of, why_it_fits
from opentwinning.community.networking.queries.lessons import lessons_in_words, lessons_shown
from opentwinning.community.networking.vocabulary import ContactState
from opentwinning.core.actor import Actor, Role
from opentwinning.core.addresses import reverse
from opentwinning.core.places import (
    DESK_MENU,
    FIRST_STEPS,
    ME_MENU,
    MENU,
    PAGE_CONTEXT,
    PANELS,
    TO_DOS,
    FirstStep,
    MenuEntry,
    Panel,
    Todo,
)
from opentwinning.core.web import ActorRequest
from opentwinning.facilities.drafts.queries import typed
from opentwinning.people.educators.models import Educator
from opentwinning.people.educators.queries import educator_of

_OFFICERS = (Role.NATIONAL_OFFICER, Role.CENTRAL_OFFICER)


def teaches(actor: Actor) -> bool:
    return actor.is_a(Role.EDUCATOR, Role.VALIDATED)


def is_validated(actor: Actor) -> bool:
    return actor.is_a(Role.VALIDATED)


def decides(actor: Actor) -> bool:
    return actor.is_a(*_OFFICERS)


MENU.add(
    MenuEntry(
        pgettext_lazy("menu", "Find partners"), "networking:partners", "handshake", teaches,
        ("networking",),
    ),
    order=30,
)  # fmt: skip
ME_MENU.add(
    MenuEntry(
        pgettext_lazy("menu", "Contacts"), "networking:contacts", "users-round", is_validated
    ),
    order=20,
)
DESK_MENU.add(
    MenuEntry(pgettext_lazy("desk", "Partner calls"), "networking:calls", "handshake", decides),
    order=40,
)


def knows_somebody(actor: Actor) -> bool:
    me = educator_of(actor)
    return me is not None and (
        me.contacts_asked.exists() or me.contacts_received.exists() or me.partner_calls.exists()
    )


FIRST_STEPS.add(
    FirstStep(
        key="partner",
        label=pgettext_lazy("first steps", "Find a partner"),
        detail=pgettext_lazy("first steps", "Ask somebody for contact, or publish a partner call."),
        url=lambda actor: reverse("networking:partners"),
        is_done=knows_somebody,
    ),
    order=40,
)


@TO_DOS.add
def waiting_for_me(actor: Actor) -> list[Todo]:
    """Requests to answer and unread messages."""
    if not actor.is_a(Role.VALIDATED, *_OFFICERS):
        return []
    todos = []
    if count := requests_count(actor):
        text = npgettext(
            "todo", "Answer %(count)s contact request", "Answer %(count)s contact requests", count
        )
        url = reverse("networking:contacts")
        todos.append(Todo(text=text % {"count": count}, url=url, icon="user-plus"))
    if count := unread_conversations(actor):
        text = npgettext(
            "todo",
            "Read %(count)s conversation with new messages",
            "Read %(count)s conversations with new messages",
            count,
        )
        url = reverse("networking:messages")
        todos.append(Todo(text=text % {"count": count}, url=url, icon="mail"))
    return todos


@PAGE_CONTEXT.add
def messages_in_header(request: HttpRequest) -> dict[str, Any]:
    actor = cast("ActorRequest", request).actor
    if not actor.is_a(Role.VALIDATED, *_OFFICERS):
        return {}
    return {
        "messages_url": reverse("networking:messages"),
        "unread_messages": unread_conversations(actor),
    }


def tie(actor: Actor, educator: Educator) -> dict[str, Any] | None:
    """On somebody else's profile: ask, answer, write, note, block."""
    me = educator_of(actor)
    if educator.account_id == actor.account_id:
        return None
    if me is None or not actor.is_a(Role.VALIDATED):
        may_write = bool(may_write_to(actor, educator))
        return {"educator": educator, "may_write": True} if may_write else None
    contact, mine = tie_with(me, educator), mine_of(actor)
    asking = may_ask_for_contact(actor, educator)
    waits_for_me = (
        contact is not None and contact.state == ContactState.ASKED and contact.asked_id == me.pk
    )
    key = f"networking:ask:{educator.ref}"
    lessons = lessons_shown(me, [educator]).get(educator.pk, 0)
    return {
        "educator": educator,
        "fits": why_it_fits(mine, educator) if mine else "",
        "lessons": lessons_in_words(lessons) if lessons else "",
        "contact": contact,
        "is_contact": contact is not None and contact.state == ContactState.ACCEPTED,
        "waits_for_me": waits_for_me,
        "is_blocked": has_blocked(me, educator),
        "does_follow": does_follow(me, educator),
        "may_follow": bool(may_follow(actor, educator)),
        "followers": followers_number(educator) if shows_followers(educator) else None,
        "may_ask": bool(asking),
        "words": typed(actor, key).get("message", ""),
        "draft_key": key,
        "reason": asking.reason,
        "may_write": bool(may_write_to(actor, educator)),
        "may_block": bool(may_block_educator(actor, educator)),
    }


PANELS.add(Panel("educator", "networking/educator_panel.html", tie), order=10)
