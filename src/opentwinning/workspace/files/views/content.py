"""Bytes of files: access-checked at each request, harmless in any browser (D1-D5, D14)."""

import re
from collections.abc import Iterator
from pathlib import Path

from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.http import content_disposition_header

from opentwinning.core.web import ActorRequest, Audience, open_to
from opentwinning.workspace.files.adapters import disk
from opentwinning.workspace.files.queries import access_content
from opentwinning.workspace.files.vocabulary import FileKind

SHOWN_IN_PLACE = {FileKind.IMAGE, FileKind.VIDEO, FileKind.AUDIO}
CHUNK = 64 * 1024
_RANGE = re.compile(r"^bytes=(\d*)-(\d*)$")


@open_to(Audience.EVERYBODY, methods=("GET",))
def content(request: ActorRequest, ref: str) -> HttpResponseBase:
    """The file itself; ``?download=1`` saves it instead of showing it."""
    file, is_public = access_content(request.actor, ref)
    as_attachment = file.kind not in SHOWN_IN_PLACE or bool(request.GET.get("download"))
    response = _bytes(request, disk.path_of(file.stored_name), file.sha256)
    response["Content-Disposition"] = content_disposition_header(as_attachment, file.name) or ""
    return _sealed(response, file.media_type, is_public=is_public)


@open_to(Audience.EVERYBODY, methods=("GET",))
def thumb(request: ActorRequest, ref: str) -> HttpResponseBase:
    """The small picture, under the same rule as the large one (D2)."""
    file, is_public = access_content(request.actor, ref)
    if not file.thumb_name:
        raise Http404
    response = _bytes(request, disk.path_of(file.thumb_name), f"t{file.sha256}")
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


def _bytes(request: ActorRequest, path: Path, digest: str) -> HttpResponseBase:
    """Whole, part (206), unchanged (304) or impossible part (416)."""
    etag = f'"{digest[:32]}"'
    if request.headers.get("If-None-Match") == etag:
        response: HttpResponseBase = HttpResponse(status=304)
    elif not path.is_file():
        raise Http404
    else:
        response = _whole_or_part(request, path, etag)
    response["ETag"] = etag
    return response


def _whole_or_part(request: ActorRequest, path: Path, etag: str) -> HttpResponseBase:
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
