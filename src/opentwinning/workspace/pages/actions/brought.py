"""Pages of a box that is taken in (idea 9), inside a space that is read only."""

from itertools import groupby

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.boxes import CHUNK, Record, Unpacking, fitting, when
from opentwinning.workspace.pages.models import Page, PageVersion
from opentwinning.workspace.pages.vocabulary import MAX_LEVELS


@action
def bring_pages(*, by: Actor, unpacking: Unpacking) -> None:
    """The tree with its history. Nothing of it is public here, whatever was public there."""
    newest = _newest(unpacking)
    told = list(unpacking.records("pages"))
    pages = unpacking.rows(
        (each["id"], _page(unpacking, each, newest.get(each["id"]))) for each in told
    )
    _plant(unpacking, told, pages)
    versions = unpacking.rows(("", _version(unpacking, each)) for each in _told(unpacking))
    note(unpacking.space, versions=len(versions))


def _plant(unpacking: Unpacking, told: list[Record], pages: list[Page]) -> None:
    """The pages are there in their old order; now each goes under its parent, as deep as we go."""
    above = {each["id"]: each["parent"] for each in told}
    for each, page in zip(told, pages, strict=True):
        way = [each["id"]]
        while (parent := above.get(way[-1])) and len(way) <= MAX_LEVELS:
            way.append(parent)
        if 1 < len(way) <= MAX_LEVELS:
            page.parent = unpacking.made[way[1]]
    Page.objects.bulk_update([page for page in pages if page.parent], ["parent"], batch_size=CHUNK)


def _newest(unpacking: Unpacking) -> dict[str, Record]:
    """The version that each page shows: its last one."""
    return {
        page: max(versions, key=lambda each: int(each["number"]))
        for page, versions in groupby(_told(unpacking), key=lambda each: str(each["page"]))
    }


def _told(unpacking: Unpacking) -> list[Record]:
    return sorted(unpacking.records("page_versions"), key=lambda e: (e["page"], e["number"]))


def _page(unpacking: Unpacking, each: Record, newest: Record | None) -> Page:
    made = unpacking.made
    shown = newest or {**each, "text": "", "number": each["version"]}
    return fitting(
        Page,
        space=unpacking.space,
        position=each["position"],
        place=each["place"],
        state=each["state"],
        title=each["title"],
        text=unpacking.text(shown["text"]),
        language=each["language"],
        version=each["version"],
        is_locked=each["is_locked"],
        pupils_may_edit=each["pupils_may_edit"],
        created_by=made[each["by"]],
        created_at=when(each["at"]),
        saved_by=made[shown["by"]],
        saved_at=when(shown["at"]),
    )


def _version(unpacking: Unpacking, each: Record) -> PageVersion:
    return fitting(
        PageVersion,
        page=unpacking.made[each["page"]],
        number=each["number"],
        title=each["title"],
        text=unpacking.text(each["text"]),
        restored_from=each["restored_from"],
        author=unpacking.made[each["by"]],
        saved_at=when(each["at"]),
    )
