"""Read models of profiles."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.translation import pgettext, pgettext_lazy

from opentwinning.core.prepared import prepared
from opentwinning.core.vocabulary import Kind, label, labels
from opentwinning.people.educators.models import Educator, Trait
from opentwinning.people.educators.queries.activity import (
    answer_level,
    in_words,
    is_resting,
    is_stale,
    last_here,
)
from opentwinning.people.educators.vocabulary import (
    AVAILABILITY,
    EXPERIENCE,
    TraitKind,
)

NAMED: dict[TraitKind, Kind] = {
    TraitKind.SUBJECT: "subjects",
    TraitKind.AGE: "ages",
    TraitKind.LANGUAGE: "languages",
    TraitKind.INTEREST: "topics",
    TraitKind.TOOL: "tools",
}


@dataclass(frozen=True, slots=True)
class Profile:
    """A profile in the reader's words."""

    profession: str
    experience: str
    subjects: list[str]
    ages: list[str]
    languages: list[str]
    interests: list[str]
    tools: list[str]
    availability: list[str]
    is_stale: bool
    is_resting: bool
    activity: str
    gaps: list[str]  # what would help partners to find her, as requests to herself

    @property
    def is_bare(self) -> bool:
        """Colleagues cannot tell yet what she could do with them."""
        return not (self.subjects and self.ages and self.languages)


@prepared
def _traits(educators: list[int]) -> QuerySet[Trait, tuple[int, str, str]]:
    rows = Trait.objects.filter(educator_id__in=educators).order_by("kind", "value")
    return rows.values_list("educator_id", "kind", "value")


def traits_of(educators: list[Educator]) -> dict[int, dict[TraitKind, list[str]]]:
    """Traits of many educators in one query: educator id → kind → values."""
    found: dict[int, dict[TraitKind, list[str]]] = defaultdict(lambda: defaultdict(list))
    for educator_id, kind, value in _traits([educator.pk for educator in educators]):
        found[educator_id][TraitKind(kind)].append(value)
    return found


def profile_of(educator: Educator) -> Profile:
    """One profile with the names of everything."""
    traits = traits_of([educator])[educator.pk]
    named = {kind: labels(words, traits[kind]) for kind, words in NAMED.items()}
    return Profile(
        profession=label("professions", educator.profession) if educator.profession else "",
        experience=str(EXPERIENCE.get(educator.experience, "")),
        subjects=named[TraitKind.SUBJECT],
        ages=named[TraitKind.AGE],
        languages=named[TraitKind.LANGUAGE],
        interests=named[TraitKind.INTEREST],
        tools=named[TraitKind.TOOL],
        availability=[
            str(AVAILABILITY[value])
            for value in traits[TraitKind.AVAILABILITY]
            if value in AVAILABILITY
        ],
        is_stale=is_stale(educator),
        is_resting=is_resting(educator),
        gaps=_gaps(educator, traits),
        activity=in_words(last_here(educator.last_active_at), answer_level(educator.answer_rate)),
    )


_ASKED_FOR = {
    TraitKind.LANGUAGE: pgettext_lazy("profile gap", "Say in which languages you can work."),
    TraitKind.SUBJECT: pgettext_lazy("profile gap", "Say what you teach."),
    TraitKind.AGE: pgettext_lazy("profile gap", "Say how old your pupils are."),
    TraitKind.AVAILABILITY: pgettext_lazy("profile gap", "Say what you are open for."),
    TraitKind.TOOL: pgettext_lazy("profile gap", "Say which equipment your class can use."),
}


def _gaps(educator: Educator, traits: dict[TraitKind, list[str]]) -> list[str]:
    gaps = [str(words) for kind, words in _ASKED_FOR.items() if not traits.get(kind)]
    if not educator.pupils_count:
        gaps.append(pgettext("profile gap", "Say how many pupils could take part."))
    if not educator.ideas:
        gaps.append(pgettext("profile gap", "Write one sentence about an idea."))
    return gaps
