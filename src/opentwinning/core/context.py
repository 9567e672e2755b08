"""What every page knows: programme, menu, languages, actor."""

from typing import Any, cast

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse, translate_url
from django.utils.translation import get_language

from opentwinning.core.places import MENU, PAGE_CONTEXT
from opentwinning.core.web import ActorRequest


def every_page(request: HttpRequest) -> dict[str, Any]:
    """Context processor: values of ``core`` and of every app that offers page context."""
    actor = getattr(cast("ActorRequest", request), "actor", None)
    context: dict[str, Any] = {
        "actor": actor,
        "menu": _menu(request) if actor is not None else [],
        "languages": _languages(request),
        "theme": request.COOKIES.get("ot_theme", "auto"),
    }
    if actor is not None:
        for source in PAGE_CONTEXT:
            context.update(source(request))
    return context


def _menu(request: HttpRequest) -> list[dict[str, Any]]:
    actor = cast("ActorRequest", request).actor
    match = request.resolver_match
    here = match.namespace if match else ""
    current = match.view_name if match else ""
    return [
        {
            "label": entry.label,
            "url": reverse(entry.url_name),
            "icon": entry.icon,
            "current": here in entry.namespaces or current == entry.url_name,
        }
        for entry in MENU
        if entry.visible_to(actor)
    ]


def _languages(request: HttpRequest) -> list[dict[str, Any]]:
    current = get_language()
    return [
        {
            "code": code,
            "name": name,
            "url": translate_url(request.get_full_path(), code),
            "current": code == current,
        }
        for code, name in settings.LANGUAGES
    ]
