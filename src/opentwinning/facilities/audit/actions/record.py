"""Append to the chain."""

import json
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


def record(entry: Entry) -> None:
    """Append one entry inside the running transaction; the head's lock orders writers."""
    # A fixed key: two first actions at the same moment must not begin two chains.
    head = next(iter(_head()), None) or ChainHead.objects.select_for_update().get_or_create(pk=1)[0]
    row = LedgerEntry(
        at=now(),
        verb=entry.verb,
        actor_key=entry.actor.key,
        subject_kind=entry.subject._meta.label_lower if entry.subject else "",
        subject_id=entry.subject.pk if entry.subject else None,
        reason=entry.reason,
        details=_plain(entry.details),
        previous_hash=head.entry_hash,
    )
    row.entry_hash = head.entry_hash = row.computed_hash()
    row.save(force_insert=True)
    ChainHead.objects.filter(pk=1).update(entry_hash=head.entry_hash)


def _plain(details: dict[str, Any]) -> dict[str, Any]:
    plain: dict[str, Any] = json.loads(json.dumps(details, cls=DjangoJSONEncoder))
    return plain
