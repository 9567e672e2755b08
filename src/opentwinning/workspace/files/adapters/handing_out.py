"""Bytes from the disk to a browser, harmless in any of them (D1-D5, D14). Who may have them was
decided by the caller's door."""

import re
from collections.abc import Iterator
from pathlib import Path

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.http import content_disposition_header

from opentwinning.workspace.files.adapters import remote, waiting
from opentwinning.workspace.files.vocabulary import SHOWN_IN_PLACE

CHUNK = 64 * 1024
_RANGE = re.compile(r"^bytes=(\d*)-(\d*)$")


def whole_content(  # noqa: PLR0913 - what is said about a content
    request: HttpRequest,
    path: Path,
    *,
    name: str,
    kind: str,
    media_type: str,
    sha256: str,
    is_public: bool = False,
) -> HttpResponseBase:
    """A content under its name; pictures, films and sounds are shown in place unless the address
    says ``?download=1``, everything else is saved."""
    as_attachment = kind not in SHOWN_IN_PLACE or bool(request.GET.get("download"))
    response = _bytes(request, path, sha256)
    response["Content-Disposition"] = content_disposition_header(as_attachment, name) or ""
    return _sealed(response, media_type, is_public=is_public)


def small_picture(
    request: HttpRequest, path: Path, *, sha256: str, is_public: bool = False
) -> HttpResponseBase:
    """The small picture of a content."""
    response = _bytes(request, path, f"t{sha256}")
    response["Content-Disposition"] = "inline"
    return _sealed(response, "image/webp", is_public=is_public)


def _sealed(response: HttpResponseBase, media_type: str, *, is_public: bool) -> HttpResponseBase:
    response["Content-Type"] = media_type
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["X-Content-Type-Options"] = "nosniff"
    # What is public may be withdrawn at any moment, so it is asked for anew each time.
    response["Cache-Control"] = "private, no-cache" if is_public else "private, max-age=600"
    response["Accept-Ranges"] = "bytes"
    return response


def _bytes(request: HttpRequest, path: Path, digest: str) -> HttpResponseBase:
    """Whole, part (206), unchanged (304) or impossible part (416)."""
    try:
        return _answer(request, path, f'"{digest[:32]}"')
    except remote.Away:
        return HttpResponse(status=503, headers={"Retry-After": "30"})


def _answer(request: HttpRequest, path: Path, etag: str) -> HttpResponseBase:
    if request.headers.get("If-None-Match") == etag:
        response: HttpResponseBase = HttpResponse(status=304)
    elif not path.is_file():
        waiting.refuse_unless_clean(path.name)
        raise Http404
    else:
        response = _whole_or_part(request, path, etag)
    response["ETag"] = etag
    return response


def _whole_or_part(request: HttpRequest, path: Path, etag: str) -> HttpResponseBase:
    size = path.stat().st_size
    wanted = _RANGE.match(request.headers.get("Range", ""))
    fresh = request.headers.get("If-Range", etag) == etag
    if wanted is None or not fresh or not any(wanted.groups()):
        response = StreamingHttpResponse(_read(path, 0, size))
        response["Content-Length"] = str(size)
        return response
    first, last = wanted.groups()
    if first:
        start, end = int(first), min(int(last) if last else size - 1, size - 1)
    else:
        start, end = max(0, size - int(last)), size - 1
    if start > end or start >= size:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    response = StreamingHttpResponse(_read(path, start, end - start + 1), status=206)
    response["Content-Length"] = str(end - start + 1)
    response["Content-Range"] = f"bytes {start}-{end}/{size}"
    return response


def _read(path: Path, start: int, length: int) -> Iterator[bytes]:
    with path.open("rb") as content:
        content.seek(start)
        while length > 0 and (chunk := content.read(min(CHUNK, length))):
            length -= len(chunk)
            yield chunk
