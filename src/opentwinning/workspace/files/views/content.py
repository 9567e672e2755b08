"""Bytes of files: access-checked at each request (D1, D2)."""

from django.http import Http404
from django.http.response import HttpResponseBase

from opentwinning.core.web import ActorRequest, Audience, open_to
from opentwinning.workspace.files.adapters import disk
from opentwinning.workspace.files.adapters.handing_out import small_picture, whole_content
from opentwinning.workspace.files.queries import access_content


@open_to(Audience.EVERYBODY, methods=("GET",))
def content(request: ActorRequest, ref: str) -> HttpResponseBase:
    """The file itself; ``?download=1`` saves it instead of showing it."""
    file, is_public = access_content(request.actor, ref)
    return whole_content(
        request,
        disk.path_of(file.stored_name),
        name=file.name,
        kind=file.kind,
        media_type=file.media_type,
        sha256=file.sha256,
        is_public=is_public,
    )


@open_to(Audience.EVERYBODY, methods=("GET",))
def thumb(request: ActorRequest, ref: str) -> HttpResponseBase:
    """The small picture, under the same rule as the large one (D2)."""
    file, is_public = access_content(request.actor, ref)
    if not file.thumb_name:
        raise Http404
    path = disk.path_of(file.thumb_name)
    return small_picture(request, path, sha256=file.sha256, is_public=is_public)
