"""Words of closed lists for readers."""

from collections.abc import Iterable

from django.utils.translation import get_language

from opentwinning.core.vocabulary import Kind, labels, sorted_ids


def in_words(kind: Kind, ids: Iterable[str]) -> str:
    """Names in the reader's language, in the order she expects: ages by age, others by alphabet."""
    held = set(ids)
    reader = get_language() or "en"
    return ", ".join(labels(kind, [each for each in sorted_ids(kind, reader) if each in held]))
