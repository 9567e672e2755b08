"""Which contents on the disk belong to messages."""

from django.db.models import Q

from opentwinning.community.networking.models import Attachment


def contents_of_messages(stored_names: list[str]) -> set[str]:
    """Those of the names that an attachment names."""
    rows = Attachment.objects.filter(
        Q(stored_name__in=stored_names) | Q(thumb_name__in=stored_names)
    )
    pairs = rows.values_list("stored_name", "thumb_name")
    return {name for pair in pairs for name in pair if name}
