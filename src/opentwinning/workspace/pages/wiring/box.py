"""Pages in a box: the tree, each page with its history, every version in the package."""

from collections.abc import Iterator
from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import pgettext_lazy

from opentwinning.core.boxes import BOX_PARTS, CHUNK, BoxPart, Packing, Record, Sheet, moment
from opentwinning.workspace.pages.actions import bring_pages
from opentwinning.workspace.pages.models import Page
from opentwinning.workspace.pages.queries import (
    branches_to_take,
    history_of,
    pages_to_take,
    versions_to_take,
)
from opentwinning.workspace.pages.vocabulary import PageState
from opentwinning.workspace.spaces.vocabulary import PLACE_LABELS, SpacePlace


def refs(presence: Any) -> list[str]:
    return [each.page.ref for each in branches_to_take(presence)]


def pages(packing: Packing) -> Iterator[Record]:
    known = set(refs(packing.presence))
    for row in pages_to_take(packing.presence).iterator(CHUNK):
        yield {
            "id": row.ref,
            "parent": row.parent.ref if row.parent and row.parent.ref in known else None,
            "position": row.position,
            "place": row.place,
            "state": row.state,
            "title": row.title,
            "language": row.language,
            "version": row.version,
            "is_locked": row.is_locked,
            "pupils_may_edit": row.pupils_may_edit,
            "public_version": row.published_version,
            "by": packing.person(row.created_by),
            "at": moment(row.created_at),
        }


def versions(packing: Packing) -> Iterator[Record]:
    for row in versions_to_take(packing.presence).iterator(CHUNK):
        yield {
            "page": row.page.ref,
            "number": row.number,
            "title": row.title,
            "text": row.text,
            "restored_from": row.restored_from,
            "by": packing.person(row.author),
            "at": moment(row.saved_at),
        }


def sheets(packing: Packing) -> Iterator[Sheet]:
    for each in branches_to_take(packing.presence):
        page = each.page
        yield Sheet(page.title, _pieces(packing, page), language=page.language, level=each.level)


def _pieces(packing: Packing, page: Page) -> Iterator[str]:
    yield render_to_string(
        "pages/box_page.html",
        {
            "page": page,
            "html": packing.html(page.text),
            "place": PLACE_LABELS[SpacePlace(page.place)],
            "is_draft": page.state == PageState.DRAFT,
            "history": list(history_of(page)),
        },
    )


BOX_PARTS.add(
    BoxPart(
        key="pages",
        label=pgettext_lazy("space menu", "Pages"),
        refs=refs,
        kinds={"pages": pages, "page_versions": versions},
        sheets=sheets,
        bring=lambda unpacking: bring_pages(by=unpacking.by, unpacking=unpacking),
        turn=20,
    ),
    order=10,
)
