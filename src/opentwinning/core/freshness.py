"""Dangerous acts ask for a proof that is at most five minutes old (A14).

The session remembers when its person last proved who she is. A view that changes rights, addresses
or proofs, or that hands over many people's data, stands behind ``@proved_lately``.
"""

import functools
from collections.abc import Callable
from typing import Any

from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.http import urlencode

from opentwinning.core.addresses import reverse
from opentwinning.core.clock import now
from opentwinning.core.keeping import kept

PROVED = "proved_at"
FRESH_FOR = 5 * 60  # seconds

type View = Callable[..., HttpResponseBase]
type ProofPage = Callable[[HttpRequest, str], HttpResponse]

_page: ProofPage | None = None


def plug_proof_page(page: ProofPage) -> None:
    """Called once by ``people.identity``: how the page looks that asks for a proof, with the
    signed text of the form that it interrupted."""
    global _page  # noqa: PLW0603 - a port, set once at start
    _page = page


def remember_proof(session: SessionBase) -> None:
    """Her proof was accepted just now."""
    session[PROVED] = now().timestamp()


def has_proved_lately(request: HttpRequest) -> bool:
    """True when the last proof of this session is fresh."""
    return bool(now().timestamp() - request.session.get(PROVED, 0) <= FRESH_FOR)


def proved_lately(view: View) -> View:
    """Between ``@open_to`` and the view: without a fresh proof the page "confirm it is you" comes
    first. It leads on to where a reader was going; what was sent is kept and shown again."""

    @functools.wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if has_proved_lately(request):
            return view(request, *args, **kwargs)
        return ask_to_prove(request)

    guarded.asks_for_proof = True  # type: ignore[attr-defined]  # read by the tests of A14
    return guarded


def proved_to_send(view: View) -> View:
    """Like ``proved_lately`` for a page everybody it is open to may read: only sending asks."""
    asking = proved_lately(view)

    @functools.wraps(asking)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return (asking if request.method == "POST" else view)(request, *args, **kwargs)

    return guarded


def ask_to_prove(request: HttpRequest) -> HttpResponse:
    """A reader is sent to the page of proof; a writer gets it at once, with her text inside."""
    if request.method != "POST":
        query = urlencode({"next": request.get_full_path()})
        return redirect(f"{reverse('identity:confirm')}?{query}")
    if _page is None:
        raise RuntimeError("nobody can ask for a proof")
    return _page(request, kept(request))
