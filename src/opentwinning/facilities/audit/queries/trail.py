"""What happened to one thing."""

from django.db.models import Model, QuerySet

from opentwinning.facilities.audit.models import LedgerEntry


def trail_of(subject: Model) -> QuerySet[LedgerEntry]:
    """Entries about one row, newest first. The caller's policy decides who may read them."""
    return LedgerEntry.objects.filter(
        subject_kind=subject._meta.label_lower, subject_id=subject.pk
    ).order_by("-pk")
