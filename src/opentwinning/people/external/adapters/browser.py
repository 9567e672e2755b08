"""What the browser carries while somebody is away at a provider, and after she came back.

Leaving: one-time values in the session, each good for one answer. Back: who she is, signed, in a
cookie of its own, because signing in empties the session and the decision may come after it. Both
bind the answer to the browser that asked: an answer sent to somebody else is worth nothing.
"""

import dataclasses
import secrets
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

from opentwinning.core.clock import now
from opentwinning.core.text import clean_line
from opentwinning.people.external.vocabulary import (
    ARRIVAL_LIFE,
    FLOW_LIFE,
    FLOWS_AT_ONCE,
    KNOWN_LIFE,
    Arrival,
)

FLOWS = "external_flows"
COOKIE = "__Host-arrival" if settings.SESSION_COOKIE_SECURE else "ot_arrival"
SALT = "opentwinning.external.arrival"


@dataclass(frozen=True, slots=True)
class Flow:
    """One departure: its one-time values, and where she wanted to go."""

    slug: str
    nonce: str
    verifier: str
    next: str
    language: str
    left_at: float


def leave(request: HttpRequest, *, slug: str, wish: str, language: str) -> tuple[str, Flow]:
    """Remember a departure; returns its state. A sixth tab forgets the first."""
    state = secrets.token_urlsafe(32)
    flow = Flow(
        slug=slug,
        nonce=secrets.token_urlsafe(32),
        verifier=secrets.token_urlsafe(48),
        next=wish,
        language=language,
        left_at=now().timestamp(),
    )
    flows: dict[str, Any] = dict(request.session.get(FLOWS, {}))
    flows[state] = dataclasses.asdict(flow)
    newest = sorted(flows.items(), key=lambda item: item[1]["left_at"])[-FLOWS_AT_ONCE:]
    request.session[FLOWS] = dict(newest)
    return state, flow


def came_back(request: HttpRequest, *, slug: str, state: str) -> Flow | None:
    """The departure this answer belongs to, once; None for an answer nobody here asked for."""
    flows = dict(request.session.get(FLOWS, {}))
    found = flows.pop(state, None)
    if found is None:
        return None
    request.session[FLOWS] = flows
    flow = Flow(**found)
    is_fresh = now().timestamp() - flow.left_at <= FLOW_LIFE.total_seconds()
    return flow if flow.slug == slug and is_fresh else None


def hand_over(response: HttpResponse, arrival: Arrival) -> None:
    """Let this browser carry who came back; her name as clean as any other name here (C10)."""
    told = {**dataclasses.asdict(arrival), "at": now().timestamp()}
    told |= {"name": clean_line(arrival.name)[:120], "email": clean_line(arrival.email)}
    response.set_cookie(
        COOKIE,
        signing.dumps(told, salt=SALT, compress=True),
        max_age=int(ARRIVAL_LIFE.total_seconds()),
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def carried(request: HttpRequest) -> tuple[Arrival, bool] | None:
    """Who came back in this browser within the hour, and whether it was minutes ago."""
    try:
        told = signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT)
    except signing.BadSignature:
        return None
    age = now().timestamp() - told.pop("at")
    if not 0 <= age <= ARRIVAL_LIFE.total_seconds():
        return None
    return Arrival(**told), age <= KNOWN_LIFE.total_seconds()


def put_down(response: HttpResponse) -> None:
    """Her decision is made; nothing is carried any more."""
    response.delete_cookie(COOKIE, samesite="Lax")
