"""Append to the chain."""

import json
from collections.abc import Sequence
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import QuerySet

from opentwinning.core.actions import Entry
from opentwinning.core.clock import now
from opentwinning.core.prepared import prepared
from opentwinning.facilities.audit.models import ChainHead, LedgerEntry


@prepared
def _head() -> QuerySet[ChainHead]:
    return ChainHead.objects.select_for_update().filter(pk=1)


def record(entries: Sequence[Entry]) -> None:
    """Append what one transaction did, in its order; the head's lock orders the writers.

    The lock is held until the commit, so all rows are written at once, right before it.
    """
    # A fixed key: two first actions at the same moment must not begin two chains.
    head = next(iter(_head()), None) or ChainHead.objects.select_for_update().get_or_create(pk=1)[0]
    rows: list[LedgerEntry] = []
    latest = head.entry_hash
    for entry in entries:
        row = _continued(latest, entry)
        latest = row.entry_hash = row.computed_hash()
        rows.append(row)
    LedgerEntry.objects.bulk_create(rows)
    ChainHead.objects.filter(pk=1).update(entry_hash=latest)


def _continued(previous_hash: str, entry: Entry) -> LedgerEntry:
    return LedgerEntry(
        at=now(),
        verb=entry.verb,
        actor_key=entry.actor.key,
        subject_kind=entry.subject._meta.label_lower if entry.subject else "",
        subject_id=entry.subject.pk if entry.subject else None,
        reason=entry.reason,
        details=_plain(entry.details),
        previous_hash=previous_hash,
    )


def _plain(details: dict[str, Any]) -> dict[str, Any]:
    plain: dict[str, Any] = json.loads(json.dumps(details, cls=DjangoJSONEncoder))
    return plain
