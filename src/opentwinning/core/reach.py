"""Would a page of ours still open for somebody? Asked before a mail about it leaves (B4)."""

from io import BytesIO
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.handlers.wsgi import WSGIRequest
from django.db import transaction
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import Resolver404, resolve
from django.utils.translation import override

from opentwinning.core.actor import Actor
from opentwinning.core.sessions import SessionStore
from opentwinning.core.verdicts import Refused
from opentwinning.core.web import ActorRequest, View

_REFUSALS = (Refused, PermissionDenied, Http404, Resolver404)


def opens_for(actor: Actor, address: str) -> bool:
    """True when the page answers this reader now. The page itself is asked, as its reader would ask
    (a GET, which cannot write), so nobody has to declare anything and nothing can be forgotten.
    ``address`` is a path of this site without language."""
    parts = urlsplit(address)
    try:
        with override(settings.LANGUAGE_CODE):
            view, args, kwargs = resolve(parts.path)
            answer = _answer(view, _asking(actor, parts.path, parts.query), args, kwargs)
    except _REFUSALS:
        return False
    return bool(answer.status_code < 400)


def _answer(
    view: View, request: HttpRequest, args: tuple[Any, ...], kwargs: dict[str, Any]
) -> HttpResponseBase:
    """Some pages write down who read them; nobody reads here, so nothing of it stays."""
    with transaction.atomic():
        answer = view(request, *args, **kwargs)
        transaction.set_rollback(True)
    return answer


def _asking(actor: Actor, path: str, query: str) -> WSGIRequest:
    host = urlsplit(settings.ADDRESS)
    request = WSGIRequest(
        {
            "REQUEST_METHOD": "GET",
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "SERVER_NAME": host.hostname or "localhost",
            "SERVER_PORT": str(host.port or 443),
            "wsgi.url_scheme": host.scheme or "https",
            "wsgi.input": BytesIO(),
        }
    )
    request.session = SessionStore()
    asking: ActorRequest = request  # type: ignore[assignment]  # what the middleware makes of it
    asking.actor = actor
    return request
