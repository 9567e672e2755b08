"""What is kept of documents that are being written."""

import datetime as dt
from collections.abc import Mapping

from django.db.models import Max, QuerySet

from opentwinning.core.clock import now
from opentwinning.core.lines import Change, Held
from opentwinning.facilities.realtime.vocabulary import NEWS_OF
from opentwinning.workspace.pages.models import Page, PageChange, PageDocument


def held_of(document: PageDocument) -> Held:
    """Everything of one document."""
    rows = PageChange.objects.filter(document=document).order_by("pk").values_list("pk", "body")
    return Held(document.fold, bytes(document.whole), [Change(pk, bytes(b)) for pk, b in rows])


def news_of(folds: Mapping[int, int]) -> dict[int, Held | None]:
    """Of documents (page: last fold known), what was kept in the last seconds; None for those whose
    page went away. A document that was folded meanwhile comes whole. Two questions for all."""
    found: dict[int, Held | None] = dict.fromkeys(folds)
    running = PageDocument.objects.filter(page__in=folds, page__deleted_at=None)
    same: dict[int, int] = {}
    for pk, page, fold in running.values_list("pk", "page", "fold"):
        same[pk] = page
        found[page] = Held(fold, b"", [])
    moved = [page for page, held in found.items() if held and held.fold != folds[page]]
    for document in PageDocument.objects.filter(page__in=moved) if moved else ():
        found[document.page_id] = held_of(document)
    fresh = PageChange.objects.filter(document__in=same, made_at__gt=now() - NEWS_OF)
    rows: dict[int, list[Change]] = {}
    for pk, document_id, body in fresh.order_by("pk").values_list("pk", "document", "body"):
        rows.setdefault(same[document_id], []).append(Change(pk, bytes(body)))
    for page, changes in rows.items():
        held = found[page]
        if held is not None and not held.whole:
            found[page] = Held(held.fold, b"", changes)
    return found


def is_unsettled(page: Page) -> bool:
    """Whether somebody wrote the page together with others since its last version."""
    return PageChange.objects.filter(document__page=page).exists()


def left_unsettled(before: dt.datetime) -> QuerySet[Page]:
    """Pages whose changes nobody made a version of, although the last one is older than this."""
    last = PageChange.objects.values("document__page").annotate(last=Max("made_at"))
    left = last.filter(last__lt=before).values("document__page")
    return Page.objects.filter(pk__in=left, deleted_at=None)
