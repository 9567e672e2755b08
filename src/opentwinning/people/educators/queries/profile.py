"""Read models of profiles."""

from collections import defaultdict

from opentwinning.people.educators.models import Educator, Trait
from opentwinning.people.educators.vocabulary import TraitKind


def traits_of(educators: list[Educator]) -> dict[int, dict[TraitKind, list[str]]]:
    """Traits of many educators in one query: educator id → kind → values."""
    found: dict[int, dict[TraitKind, list[str]]] = defaultdict(lambda: defaultdict(list))
    rows = Trait.objects.filter(educator__in=[e.pk for e in educators]).order_by("kind", "value")
    for trait in rows:
        found[trait.educator_id][TraitKind(trait.kind)].append(trait.value)
    return found
