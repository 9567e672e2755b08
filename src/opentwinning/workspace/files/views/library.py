"""The grid, adding files, the picker of the editor, the trash."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.template.defaultfilters import filesizeformat
from django.utils.translation import npgettext, pgettext

from opentwinning.core import richtext
from opentwinning.core.addresses import reverse
from opentwinning.core.text import clean_text
from opentwinning.core.verdicts import Invalid, Refused, deny_unless
from opentwinning.core.web import ActorRequest, Audience, go, open_to, page
from opentwinning.workspace.files.actions import add_file
from opentwinning.workspace.files.adapters.reception import discard, receive
from opentwinning.workspace.files.forms import UploadForm
from opentwinning.workspace.files.policies import may_order_album, may_upload_file
from opentwinning.workspace.files.queries import (
    albums_in,
    file_address,
    files_visible_to,
    in_album_order,
    pupils_in,
    room_left,
    thumb_url,
    trash_of,
    unfinished_uploads,
)
from opentwinning.workspace.files.views.tiles import (
    tiles,
    undo_deletion,
    unfinished_lines,
    whole_number,
)
from opentwinning.workspace.files.vocabulary import (
    CAPTIONS,
    KIND_LABELS,
    FileKind,
    UploadContext,
    max_file_bytes,
    max_upload_bytes,
)
from opentwinning.workspace.spaces.queries import (
    Presence,
    access_space,
    places_readable_by,
    places_writable_by,
    space_context,
)
from opentwinning.workspace.spaces.vocabulary import PLACE_LABELS, SpacePlace, who_sees

PER_PAGE = 48
MAX_PREVIEW = 60_000
MAX_OFFERED = 60  # files to choose from in an editor


@open_to(Audience.MEMBERS, methods=("GET",))
def library(request: ActorRequest, ref: str) -> HttpResponse:
    """All files the member may see, filtered by kind, place and album (T-09, T-10, T-18)."""
    presence = access_space(request.actor, ref)
    chosen = {key: request.GET.get(key, "") for key in ("kind", "place", "album")}
    rows = files_visible_to(presence, **chosen)
    start = 0
    if chosen["album"]:
        rows, start = in_album_order(rows), whole_number(request.GET.get("after", ""))
    elif (before := request.GET.get("before", "")).isdigit():
        rows = rows.filter(pk__lt=int(before))
    files = list(rows[start : start + PER_PAGE + 1])
    more = len(files) > PER_PAGE
    last = start + PER_PAGE if chosen["album"] else files[PER_PAGE - 1].pk if more else 0
    may_order = files and chosen["album"] and may_order_album(presence.member, presence.space)
    return page(
        request,
        "files/library.html",
        **space_context(presence, request),
        tiles=tiles(files[:PER_PAGE]),
        tabs=_tabs(presence, chosen["kind"]),
        chosen=chosen,
        albums=albums_in(presence),
        places=[(str(p), PLACE_LABELS[p]) for p in places_readable_by(presence.member)],
        is_filtered=any(chosen.values()),
        may_upload=bool(places_writable_by(presence)),
        more_before=last if more else None,
        album_of=files[0].ref if may_order else "",
        undo=undo_deletion(request),
        unfinished=unfinished_uploads(presence).count(),
    )


def _tabs(presence: Presence, kind: str) -> list[dict[str, Any]]:
    base = reverse("files:library", args=[presence.space.ref])
    every = {"label": pgettext("files", "All"), "url": base, "current": not kind}
    return [every] + [
        {"label": label, "url": f"{base}?kind={key}", "current": kind == key}
        for key, label in KIND_LABELS.items()
    ]


@open_to(Audience.MEMBERS)
def upload(request: ActorRequest, ref: str) -> HttpResponse:
    """Add files: by button, by dropping, without script too."""
    presence = access_space(request.actor, ref, to_write=True)
    form = UploadForm(
        request.POST or None,
        request.FILES or None,
        places=places_writable_by(presence),
        albums=albums_in(presence),
        pupils=list(pupils_in(presence.space)) if presence.member.is_adult else (),
        initial={"place": _wanted_place(request, presence)},
    )
    if request.method == "POST" and form.is_valid() and _add_all(request, presence, form):
        return go(request, "files:library", ref)
    return page(
        request,
        "files/upload.html",
        **space_context(presence, request, tool="files:library"),
        form=form,
        room=room_left(presence.space),
        unfinished=unfinished_lines(presence),
        largest=max_upload_bytes(),
        largest_taken_apart=max_file_bytes(),
        who=who_sees(_wanted_place(request, presence)),
    )


def _wanted_place(request: ActorRequest, presence: Presence) -> str:
    wanted = request.POST.get("place") or request.GET.get("place", "")
    allowed = places_writable_by(presence)
    return wanted if wanted in allowed else str(SpacePlace.WHOLE)


def _add_all(request: ActorRequest, presence: Presence, form: UploadForm) -> bool:
    """Each file for itself: one bad file does not lose the others. False: none was taken."""
    deny_unless(may_upload_file(presence.member, presence.space, form.cleaned_data["place"]))
    added, problems = 0, []
    for each in form.cleaned_data["uploads"]:
        try:
            received = receive(each, UploadContext.LIBRARY)
        except Invalid as problem:
            problems.append(f"{each.name}: {problem.message}")
            continue
        try:
            add_file(by=request.actor, space=presence.space, received=received, **form.details())
        except (Invalid, Refused) as problem:
            discard(received)
            problems.append(f"{each.name}: {problem}")
        except BaseException:
            discard(received)
            raise
        else:
            added += 1
    return _report(request, form, added, problems)


def _report(request: ActorRequest, form: UploadForm, added: int, problems: list[str]) -> bool:
    if not added:
        for problem in problems:
            form.add_error("uploads", problem)
        return False
    for problem in problems:
        messages.error(request, problem)
    messages.success(
        request,
        npgettext("files", "%(count)s file was added.", "%(count)s files were added.", added)
        % {"count": added},
    )
    return True


@open_to(Audience.MEMBERS, methods=("GET",))
def pictures(request: ActorRequest, ref: str) -> JsonResponse:
    """What an editor can put into a text, newest first: pictures, or with ``?kind=`` films,
    captions, or any file. Name, address for the text, preview."""
    presence = access_space(request.actor, ref)
    kind = request.GET.get("kind", FileKind.IMAGE)
    rows = files_visible_to(presence, kind="" if kind in {"any", CAPTIONS} else kind)
    if kind == CAPTIONS:
        rows = rows.filter(name__iendswith=f".{CAPTIONS}")
    return JsonResponse(
        [
            {
                "name": file.name,
                "url": f"file:{file.ref}",
                "alt": file.alt_text,
                "thumb": thumb_url(file),
                "size": filesizeformat(file.size),
            }
            for file in rows[:MAX_OFFERED]
        ],
        safe=False,
    )


@open_to(Audience.MEMBERS, methods=("POST",))
def preview(request: ActorRequest, ref: str) -> HttpResponse:
    """A text as members will see it, with the space's files; for editors of every tool."""
    presence = access_space(request.actor, ref)
    text = clean_text(request.POST.get("text", ""))[:MAX_PREVIEW]
    html = richtext.rendered(text, file_address(presence, text))
    return HttpResponse(html, headers={"Cache-Control": "no-store"})


@open_to(Audience.MEMBERS, methods=("GET",))
def trash(request: ActorRequest, ref: str) -> HttpResponse:
    """Deleted files that the member may take back, for thirty days."""
    presence = access_space(request.actor, ref)
    return page(
        request,
        "files/trash.html",
        **space_context(presence, request, tool="files:library"),
        files=list(trash_of(presence)[:200]),
    )
