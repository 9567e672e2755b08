"""Lists of files, each filtered by the policy's places (B4)."""

from django.db.models import F, Q, QuerySet, Sum

from opentwinning.core.prepared import prepared
from opentwinning.workspace.files.models import SpaceFile, SpaceUsage, Upload
from opentwinning.workspace.files.vocabulary import (
    NAMED_ELSEWHERE,
    FileKind,
    space_quota_bytes,
)
from opentwinning.workspace.spaces.models import Space
from opentwinning.workspace.spaces.queries import Presence, places_readable_by

LATEST = 12


def files_visible_to(
    presence: Presence, *, kind: str = "", place: str = "", album: str = ""
) -> QuerySet[SpaceFile]:
    """Files the member may read, newest first."""
    member = presence.member
    rows = SpaceFile.objects.filter(
        space=presence.space, deleted_at=None, place__in=places_readable_by(member)
    ).select_related("uploaded_by")
    if not member.is_adult:
        rows = rows.filter(Q(is_held=False) | Q(uploaded_by=member), lacks_inside=0)
    elif not member.is_admin:
        rows = rows.filter(Q(lacks_inside=0) | Q(uploaded_by=member))
    if kind in set(FileKind):
        rows = rows.filter(kind=kind)
    if place:
        rows = rows.filter(place=place)
    if album:
        rows = rows.filter(album=album)
    return rows.order_by("-id")


def album_files(presence: Presence, album: str) -> QuerySet[SpaceFile]:
    """Files of an album the member may read, in the order of the album, the newest last
    among those without a number of their own."""
    rows = files_visible_to(presence, album=album) if album else SpaceFile.objects.none()
    return in_album_order(rows)


def in_album_order(rows: QuerySet[SpaceFile]) -> QuerySet[SpaceFile]:
    """By their numbers, then the newest last."""
    return rows.order_by(F("album_number").asc(nulls_last=True), "id")


@prepared
def _open_latest(space: int, places: list[str], uploader: int) -> QuerySet[SpaceFile]:
    shown = Q(lacks_inside=0) | Q(uploaded_by_id=uploader)
    return _latest(space, places).filter(shown)[:LATEST]


@prepared
def _all_latest(space: int, places: list[str]) -> QuerySet[SpaceFile]:
    return _latest(space, places)[:LATEST]


@prepared
def _shown_latest(space: int, places: list[str], uploader: int) -> QuerySet[SpaceFile]:
    shown = Q(is_held=False) | Q(uploaded_by_id=uploader)
    return _latest(space, places).filter(shown, lacks_inside=0)[:LATEST]


def _latest(space: int, places: list[str]) -> QuerySet[SpaceFile]:
    rows = SpaceFile.objects.filter(space_id=space, deleted_at=None, place__in=places)
    return rows.select_related("uploaded_by").order_by("-id")


def latest_files(presence: Presence) -> list[SpaceFile]:
    """The newest files the member may read, at most ``LATEST``."""
    member, space = presence.member, presence.space.pk
    places = [str(place) for place in places_readable_by(member)]
    if member.is_admin:
        return _all_latest(space, places)
    if member.is_adult:
        return _open_latest(space, places, member.pk)
    return _shown_latest(space, places, member.pk)


def albums_in(presence: Presence) -> list[str]:
    """Names of albums the member can see, in order."""
    names = (
        files_visible_to(presence)
        .exclude(album="")
        .order_by("album")
        .values_list("album", flat=True)
    )
    return list(names.distinct()[:50])


def trash_of(presence: Presence) -> QuerySet[SpaceFile]:
    """Deleted files the member may take back."""
    member = presence.member
    rows = SpaceFile.objects.filter(
        space=presence.space,
        deleted_at__isnull=False,
        place__in=places_readable_by(member),
    ).select_related("uploaded_by")
    if not member.is_admin:
        rows = rows.filter(Q(deleted_by=member) | Q(uploaded_by=member))
    return rows.order_by("-deleted_at")


def room_left(space: Space) -> int:
    """Bytes the space may still store, beside what is here and what is on its way."""
    usage = SpaceUsage.objects.filter(space=space).first()
    coming = Upload.objects.filter(space=space, file=None).aggregate(all=Sum("size"))["all"] or 0
    return max(0, space_quota_bytes() - (usage.used_bytes if usage else 0) - coming)


def unreferenced(stored_names: list[str]) -> list[str]:
    """Names on disk that no row knows: left by a crash between disk and database (K3)."""
    known: set[str] = set()
    for start in range(0, len(stored_names), 500):
        part = stored_names[start : start + 500]
        rows = SpaceFile.objects.filter(Q(stored_name__in=part) | Q(thumb_name__in=part))
        for main, thumb in rows.values_list("stored_name", "thumb_name"):
            known |= {main, thumb}
        for names in NAMED_ELSEWHERE:
            known |= names(part)
    return [name for name in stored_names if name not in known]
