"""What stands on the first page of a box, and its list of people."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from opentwinning.collaboration.twinspaces.models import TwinSpace
from opentwinning.collaboration.twinspaces.queries.people import School, schools_in
from opentwinning.core.boxes import CHUNK, Packing, Record
from opentwinning.workspace.spaces.models import Member, Space


@dataclass(frozen=True, slots=True)
class Cover:
    """The project in a few words."""

    ref: str
    title: str
    description: str
    picture: str  # public id of a file, "" without
    opened_at: dt.datetime
    ended_at: dt.datetime | None
    countries: tuple[str, ...]


def cover_of(space: Space) -> Cover:
    """Title, description, picture, countries of the schools."""
    twinspace = TwinSpace.objects.select_related("cover").filter(space=space).first()
    cover = twinspace.cover if twinspace else None
    return Cover(
        ref=space.ref,
        title=space.title,
        description=twinspace.description if twinspace else "",
        picture=cover.ref if cover else "",
        opened_at=space.opened_at,
        ended_at=space.read_only_at,
        countries=tuple(sorted({each.country for each in schools_in(space) if each.country})),
    )


def schools_for(space: Space) -> list[School]:
    """Members by school, as they see each other: pupils by nickname."""
    return schools_in(space)


def people_of(packing: Packing) -> Iterator[Record]:
    """Members of today, and whoever made something that is in the box. No addresses, no accounts,
    nothing anybody signs in with."""
    space = packing.presence.space
    running = Member.objects.filter(space=space, left_at=None).values_list("pk", flat=True)
    known = sorted({*packing.people, *running})
    for start in range(0, len(known), CHUNK):
        for row in Member.objects.filter(pk__in=known[start : start + CHUNK]).order_by("pk"):
            yield {
                "id": row.ref,
                "name": row.name,
                "capacity": row.capacity,
                "country": row.country,
                "school": row.organisation_name,
                "has_left": row.left_at is not None,
            }
