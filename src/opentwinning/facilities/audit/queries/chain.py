"""Is the chain whole? ``doctor`` asks (J7, K7)."""

from opentwinning.facilities.audit.models import ChainHead, LedgerEntry


def broken_links() -> list[int]:
    """Ids of entries whose content or place in the chain was changed; empty when all is well."""
    previous = "0" * 64
    broken = []
    for entry in LedgerEntry.objects.order_by("pk").iterator():
        if entry.previous_hash != previous or entry.entry_hash != entry.computed_hash():
            broken.append(entry.pk)
        previous = entry.entry_hash
    head = ChainHead.objects.first()
    if head is not None and head.entry_hash != previous:
        broken.append(0)
    return broken
