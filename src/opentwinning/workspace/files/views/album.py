"""An album: words under its pictures, and their order."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.http import urlencode
from django.utils.translation import pgettext

from opentwinning.core.addresses import reverse
from opentwinning.core.verdicts import Invalid, deny_unless
from opentwinning.core.web import ActorRequest, Audience, open_to, page
from opentwinning.workspace.files.actions import describe_album
from opentwinning.workspace.files.forms import AlbumForm
from opentwinning.workspace.files.models import SpaceFile
from opentwinning.workspace.files.policies import may_change_file, may_order_album
from opentwinning.workspace.files.queries import access_file, album_files, thumb_url
from opentwinning.workspace.files.views.tiles import whole_number
from opentwinning.workspace.files.vocabulary import ALBUM_PAGE
from opentwinning.workspace.spaces.queries import Presence, space_context


@open_to(Audience.MEMBERS)
def album(request: ActorRequest, ref: str) -> HttpResponse:
    """The album in which this file stands: titles, captions, descriptions and the order of many at
    once (T-18)."""
    presence, found = access_file(request.actor, ref)
    deny_unless(may_order_album(presence.member, presence.space))
    name, after = found.album, whole_number(request.GET.get("after", ""))
    rows = album_files(presence, name)
    total = rows.count()
    files = list(enumerate(rows[after : after + ALBUM_PAGE], start=after + 1))
    if not files:
        raise Http404
    form = AlbumForm(request.POST or None, numbered=files, total=total,
                     writable=_writable(presence, [file for _, file in files]))  # fmt: skip
    if form.is_valid() and _save(request, presence, name, form):
        messages.success(request, pgettext("album", "The album is saved."))
        if "next" in request.POST and after + ALBUM_PAGE < total:
            return redirect(_address(ref, after + ALBUM_PAGE))
        library = reverse("files:library", args=[presence.space.ref])
        return redirect(f"{library}?{urlencode({'album': name})}")
    return page(
        request,
        "files/album.html",
        **space_context(presence, request, tool="files:library"),
        form=form,
        rows=[{**row, "thumb": thumb_url(row["file"])} for row in form.rows()],
        album=name,
        address=_address(ref, after),
        first=after + 1,
        last=after + len(files),
        total=total,
        is_more=after + len(files) < total,
        before=_address(ref, max(0, after - ALBUM_PAGE)) if after else "",
    )


def _address(ref: str, after: int) -> str:
    return f"{reverse('files:album', args=[ref])}?after={after}"


def _writable(presence: Presence, files: list[SpaceFile]) -> frozenset[str]:
    member, space = presence.member, presence.space
    return frozenset(f.ref for f in files if may_change_file(member, space, f))


def _save(request: ActorRequest, presence: Presence, name: str, form: AlbumForm) -> bool:
    try:
        describe_album(by=request.actor, presence=presence, album=name, said=form.said())
    except Invalid as problem:
        for _, file in form.numbered:
            if file.ref == problem.field:
                theirs = " · ".join(filter(None, (file.title, file.caption, file.alt_text)))
                form.add_error(f"{file.ref}-title", f"{problem.message} “{theirs}”")
                form.took(file.ref, file.words)
        return False
    return True
