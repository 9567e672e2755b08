"""Error pages that say what happened and keep the text."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from opentwinning.core.keeping import kept


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The page was open too long: nothing was saved, nothing is lost. One click sends it again."""
    return render(request, "403_csrf.html", {"kept": kept(request)}, status=403)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "403.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "404.html", status=404)


def broken(request: HttpRequest) -> HttpResponse:
    """No context processors here: whatever broke must not break the error page."""
    return HttpResponse(render_plain("500.html"), status=500)


def render_plain(template: str) -> str:
    from django.template.loader import get_template  # noqa: PLC0415 - only when all else failed

    return get_template(template).render({})
