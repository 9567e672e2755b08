"""One file: look, describe, replace, delete, take back."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import pgettext

from opentwinning.core.addresses import reverse
from opentwinning.core.verdicts import Invalid, Refused
from opentwinning.core.web import ActorRequest, Audience, go, open_to, page
from opentwinning.workspace.files.actions import (
    change_file,
    delete_file,
    replace_file,
    restore_file,
)
from opentwinning.workspace.files.adapters import waiting
from opentwinning.workspace.files.adapters.reception import discard, receive
from opentwinning.workspace.files.forms import FileForm, ReplaceForm
from opentwinning.workspace.files.models import SpaceFile
from opentwinning.workspace.files.policies import (
    may_change_file,
    may_delete_file,
    may_name_pupils,
)
from opentwinning.workspace.files.queries import (
    access_file,
    access_trashed_file,
    albums_in,
    content_url,
    missing_of_mine,
    shown_on,
)
from opentwinning.workspace.files.vocabulary import (
    KIND_LABELS,
    PEOPLE_LABELS,
    FileKind,
    PeopleShown,
    UploadContext,
)
from opentwinning.workspace.spaces.queries import Presence, places_writable_by, space_context
from opentwinning.workspace.spaces.vocabulary import SpacePlace, who_sees


@open_to(Audience.MEMBERS, methods=("GET",))
def file(request: ActorRequest, ref: str) -> HttpResponse:
    """One file large, with everything known about it."""
    presence, found = access_file(request.actor, ref)
    is_teacher = bool(may_name_pupils(presence.member, found))
    shown = shown_on(found) if is_teacher and found.pupils_shown else []
    return page(
        request,
        "files/file.html",
        **space_context(presence, request, tool="files:library"),
        file=found,
        address=content_url(found),
        who=who_sees(found.place),
        held=waiting.state_of(found.stored_name),
        kind=KIND_LABELS[FileKind(found.kind)],
        people=PEOPLE_LABELS[PeopleShown(found.people_shown)],
        is_public=found.public_uses.exists() and not found.is_withheld,
        may_name=is_teacher,
        shown=shown,
        missing=missing_of_mine(request.actor, found, shown) if shown else [],
        is_own=found.uploaded_by_id == presence.member.pk,
        may_change=bool(may_change_file(presence.member, presence.space, found)),
        may_delete=bool(may_delete_file(presence.member, presence.space, found)),
    )


@open_to(Audience.MEMBERS)
def edit(request: ActorRequest, ref: str) -> HttpResponse:
    """Description, album, place, people shown."""
    presence, found = access_file(request.actor, ref, to="change")
    form = FileForm(
        request.POST or None,
        places=_places(presence, found),
        albums=albums_in(presence),
        initial=_said(found),
    )
    if form.is_valid() and (
        form.carry_out(lambda: change_file(by=request.actor, file=found, **form.details()))
        is not None
    ):
        return go(request, "files:file", ref)
    return _form_page(request, presence, found, form, ReplaceForm())


def _said(found: SpaceFile) -> dict[str, str]:
    return {
        "title": found.title,
        "caption": found.caption,
        "alt_text": found.alt_text,
        "people_shown": found.people_shown,
        "place": found.place,
        "album": found.album,
    }


def _places(presence: Presence, found: SpaceFile) -> list[SpacePlace]:
    here = SpacePlace(found.place)
    return [here, *(p for p in places_writable_by(presence) if p != here)]


@open_to(Audience.MEMBERS, methods=("POST",))
def replace(request: ActorRequest, ref: str) -> HttpResponse:
    """A newer version under the same address; the older goes to the trash."""
    presence, found = access_file(request.actor, ref, to="change")
    form = ReplaceForm(request.POST, request.FILES)
    if form.is_valid() and form.carry_out(lambda: _replace(request, found, form)) is not None:
        messages.success(request, pgettext("files", "The new version is here."))
        return go(request, "files:file", ref)
    described = FileForm(
        places=_places(presence, found),
        albums=albums_in(presence),
        initial=_said(found),
    )
    return _form_page(request, presence, found, described, form, status=422)


def _replace(request: ActorRequest, found: SpaceFile, form: ReplaceForm) -> SpaceFile:
    received = receive(form.cleaned_data["uploads"], UploadContext.LIBRARY)
    try:
        return replace_file(by=request.actor, file=found, received=received)
    except (Invalid, Refused):
        discard(received)
        raise


def _form_page(
    request: ActorRequest,
    presence: Presence,
    found: SpaceFile,
    form: FileForm,
    replacing: ReplaceForm,
    *,
    status: int | None = None,
) -> HttpResponse:
    return page(
        request,
        "files/file_edit.html",
        status=status,
        **space_context(presence, request, tool="files:library"),
        file=found,
        form=form,
        replacing=replacing,
    )


@open_to(Audience.MEMBERS, methods=("POST",))
def delete(request: ActorRequest, ref: str) -> HttpResponse:
    """Into the trash; the next page offers to undo."""
    presence, found = access_file(request.actor, ref, to="delete")
    delete_file(by=request.actor, file=found)
    address = reverse("files:library", args=[presence.space.ref])
    return redirect(f"{address}?deleted={ref}")


@open_to(Audience.MEMBERS, methods=("POST",))
def restore(request: ActorRequest, ref: str) -> HttpResponse:
    """Out of the trash."""
    _, found = access_trashed_file(request.actor, ref)
    restore_file(by=request.actor, file=found)
    messages.success(request, pgettext("files", "The file is back."))
    return go(request, "files:file", ref)
