"""What every page knows: programme, menu, languages, actor."""

import re
from functools import cache
from typing import Any, cast

from django.conf import settings
from django.http import HttpRequest
from django.urls import get_script_prefix, translate_url
from django.utils.translation import get_language

from opentwinning.core.addresses import reverse
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
            "label": str(entry.label),
            "url": reverse(entry.url_name),
            "icon": entry.icon,
            "current": here in entry.namespaces or current == entry.url_name,
        }
        for entry in MENU
        if entry.visible_to(actor)
    ]


def _languages(request: HttpRequest) -> list[dict[str, Any]]:
    current, path = get_language(), request.get_full_path()
    return [
        {
            "code": code,
            "name": name,
            "url": path if code == current else _in_language(request, path, code),
            "current": code == current,
        }
        for code, name in settings.LANGUAGES
    ]


def _in_language(request: HttpRequest, path: str, code: str) -> str:
    """The page in another language: pages differ in nothing but the beginning of their address."""
    if request.resolver_match is None or get_script_prefix() != "/":
        return translate_url(path, code)
    known = _other_language().match(path)
    plain = path[known.end() :] if known else path
    return plain if code == settings.LANGUAGE_CODE else f"/{code}{plain}"


@cache
def _other_language() -> re.Pattern[str]:
    others = [re.escape(code) for code, _ in settings.LANGUAGES if code != settings.LANGUAGE_CODE]
    return re.compile(f"/(?:{'|'.join(others)})(?=/)")
