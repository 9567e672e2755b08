"""Addresses of files inside texts: only what the reader may open gets one."""

from collections.abc import Callable

from opentwinning.core import richtext
from opentwinning.core.addresses import reverse
from opentwinning.core.blocks import Shown
from opentwinning.workspace.files.models import SpaceFile
from opentwinning.workspace.files.policies import may_read_file, may_show_in_public
from opentwinning.workspace.spaces.models import Space
from opentwinning.workspace.spaces.queries import Presence

type FileAddress = Callable[[str], Shown | None]


def content_url(file: SpaceFile) -> str:
    """Address of the content; it changes when the content does, so it may be cached."""
    return f"{reverse('files:content', args=[file.ref])}?v={file.sha256[:10]}"


def thumb_url(file: SpaceFile) -> str:
    """Address of the small picture, "" for other files."""
    if not file.thumb_name:
        return ""
    return f"{reverse('files:thumb', args=[file.ref])}?v={file.sha256[:10]}"


def shown_file(file: SpaceFile) -> Shown:
    """What ``richtext.rendered`` says of a file."""
    return Shown(content_url(file), file.name, file.kind, file.size, thumb_url(file))


def file_address(presence: Presence, *texts: str) -> FileAddress:
    """For ``richtext.rendered``: addresses of the space's files the member may read.

    With ``texts`` given, all their files are found by one statement; none costs nothing.
    """
    found = {f.ref: shown_file(f) for f in files_in(presence, *texts)}
    return found.get


def files_in(presence: Presence, *texts: str) -> list[SpaceFile]:
    """Files of the space that these texts show or link and the member may read."""
    return [f for f in _mentioned(presence.space, texts) if may_read_file(presence.member, f)]


def public_file_address(used_in: str, *texts: str) -> FileAddress:
    """The same for visitors: only files that the published thing ``used_in`` opened."""
    refs = _refs(texts)
    if not refs:
        return lambda ref: None
    rows = SpaceFile.objects.filter(ref__in=refs, public_uses__used_in=used_in)
    found = {f.ref: shown_file(f) for f in rows if may_show_in_public(f)}
    return found.get


def unfit_for_public(space: Space, *texts: str) -> list[SpaceFile]:
    """Files of these texts that visitors would not get, for the publishing screen (H10, H12)."""
    return [f for f in _mentioned(space, texts) if not may_show_in_public(f)]


def _mentioned(space: Space, texts: tuple[str, ...]) -> list[SpaceFile]:
    refs = _refs(texts)
    if not refs:
        return []
    return list(SpaceFile.objects.filter(space=space, ref__in=refs, deleted_at=None))


def _refs(texts: tuple[str, ...]) -> set[str]:
    return set().union(*(richtext.file_refs(text) for text in texts)) if texts else set()
