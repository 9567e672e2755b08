"""The words this site wants a teacher to look at (H14)."""

from django.db.models import Max

from opentwinning.people.safeguarding.models import WatchedWords


def watched_words(language: str = "") -> list[str]:
    """Those of one language, or of all: nobody knows in which one a child writes. One query."""
    rows = WatchedWords.objects.filter(language=language) if language else WatchedWords.objects
    latest = rows.values("language").annotate(last=Max("pk")).values("last")
    found = WatchedWords.objects.filter(pk__in=latest).order_by("language")
    return [word for row in found for word in row.words.splitlines()]
