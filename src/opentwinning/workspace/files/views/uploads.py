"""Files piece by piece: begin, go on, cancel, by the tus protocol (``views/tus.py``)."""

from typing import BinaryIO

from django.contrib import messages
from django.http import HttpResponse, UnreadablePostError
from django.utils.datastructures import MultiValueDict
from django.utils.http import http_date
from django.utils.translation import pgettext

from opentwinning.core.actor import Actor
from opentwinning.core.addresses import reverse
from opentwinning.core.verdicts import Invalid
from opentwinning.core.web import ActorRequest, Audience, go, open_to
from opentwinning.workspace.files.actions import begin_upload, drop_upload, finish_upload
from opentwinning.workspace.files.adapters import disk, gate, parts
from opentwinning.workspace.files.adapters.reception import (
    TooLarge,
    clean_name,
    discard,
    is_taken_apart,
    receive_path,
    refuse_unwanted,
)
from opentwinning.workspace.files.forms import SaidForm
from opentwinning.workspace.files.models import Upload
from opentwinning.workspace.files.queries import access_upload, albums_in, pupils_in
from opentwinning.workspace.files.views import tus
from opentwinning.workspace.files.vocabulary import (
    UPLOAD_LIFE,
    UPLOAD_REST,
    UploadContext,
    max_upload_bytes,
)
from opentwinning.workspace.spaces.queries import Presence, access_space, places_writable_by


@open_to(Audience.MEMBERS, methods=("OPTIONS", "POST"))
@tus.spoken
def uploads(request: ActorRequest, ref: str) -> HttpResponse:
    """What the site can do, and: begin. What is said about the file comes as metadata, under the
    names of the form."""
    presence = access_space(request.actor, ref, to_write=True)
    if request.method == "OPTIONS":
        return tus.abilities(max_upload_bytes())
    tus.expect_version(request)
    size, said = tus.begun_with(request)
    form = SaidForm(
        said,
        places=places_writable_by(presence),
        albums=albums_in(presence),
        pupils=list(pupils_in(presence.space)) if presence.member.is_adult else (),
    )
    if not form.is_valid():
        raise tus.Wrong(422, " ".join(str(e) for each in form.errors.values() for e in each))
    try:
        upload = _begin(request.actor, presence, size, said, form)
    except Invalid as problem:
        status = 413 if isinstance(problem, TooLarge) else 422
        raise tus.Wrong(status, str(problem.message)) from problem
    address = reverse("files:resume", args=[upload.ref])
    return tus.answer(201, Location=address, **_expiry(upload))


def _begin(
    actor: Actor, presence: Presence, size: int, said: "MultiValueDict[str, str]", form: SaidForm
) -> Upload:
    name = clean_name(said.get("filename", ""))
    refuse_unwanted(name, size, UploadContext.LIBRARY, max_upload_bytes())
    return begin_upload(
        by=actor,
        space=presence.space,
        name=name,
        size=size,
        mark=said.get("mark", ""),
        refuse_when_full=disk.refuse_when_full,
        **form.details(),
    )


@open_to(Audience.MEMBERS, methods=("HEAD", "PATCH", "DELETE"))
@tus.spoken
def resume(request: ActorRequest, ref: str) -> HttpResponse:
    """How far it is, a piece more, or away with it."""
    _, upload = access_upload(request.actor, ref)
    tus.expect_version(request)
    if request.method == "HEAD":
        here = {"Upload-Offset": str(_bytes_of(upload)), "Upload-Length": str(upload.size)}
        return tus.answer(200, **here, **_expiry(upload))
    if request.method == "DELETE":
        _drop(request.actor, upload)
        return tus.answer(204)
    try:
        with gate.admitted(request.actor.ref), parts.held(upload.part) as part:
            return _piece(request, upload, part)
    except gate.Busy:
        return tus.answer(503, **{"Retry-After": "1"})
    except parts.Held as held:
        raise tus.Wrong(423) from held


@open_to(Audience.MEMBERS, methods=("POST",))
def cancel(request: ActorRequest, ref: str) -> HttpResponse:
    """Away with it, from the list of what has not arrived whole; without script too."""
    presence, upload = access_upload(request.actor, ref)
    _drop(request.actor, upload)
    messages.success(request, pgettext("files", "“%(name)s” is cancelled.") % {"name": upload.name})
    return go(request, "files:upload", presence.space.ref)


def _piece(request: ActorRequest, upload: Upload, part: BinaryIO) -> HttpResponse:
    """Append what comes; the offset that is answered is on the disk. A cut line leaves a short body
    and no exception: what arrived counts."""
    here = _bytes_of(upload)
    length = tus.expect_piece(request, here=here, size=upload.size)
    if upload.file_id is None:
        try:
            pieces = tus.proved(request, gate.pieces(request.read, length), length)
            here = parts.append(part, here, pieces)
        except (gate.TooSlow, UnreadablePostError) as broken:
            raise tus.Wrong(408) from broken
        if here == upload.size:
            _receive(request.actor, upload)
    return tus.answer(204, **{"Upload-Offset": str(here)}, **_expiry(upload))


def _receive(actor: Actor, upload: Upload) -> None:
    """All bytes are here: the same reception as of any file. What it refuses is gone."""
    temporary = parts.for_reception(upload.part, as_copy=is_taken_apart(upload.name))
    try:
        received = receive_path(temporary, upload.name)
        try:
            finish_upload(by=actor, upload=upload, received=received)
        except BaseException:
            discard(received)
            raise
    except Invalid as problem:
        _drop(actor, upload)
        raise tus.Wrong(422, str(problem.message)) from problem
    finally:
        temporary.unlink(missing_ok=True)
    parts.remove(upload.part)


def _drop(actor: Actor, upload: Upload) -> None:
    drop_upload(by=actor, upload=upload)
    parts.remove(upload.part)


def _bytes_of(upload: Upload) -> int:
    return upload.size if upload.file_id else parts.bytes_of(upload.part, upload.size)


def _expiry(upload: Upload) -> dict[str, str]:
    begun = upload.begun_at.timestamp()
    last = max(parts.written_at(upload.part) or begun, begun)
    until = min(last + UPLOAD_REST.total_seconds(), begun + UPLOAD_LIFE.total_seconds())
    return {"Upload-Expires": http_date(until)}
