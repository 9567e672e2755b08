"""Records that may be one school."""

from collections.abc import Iterator

from opentwinning.core.actor import Actor
from opentwinning.core.text import folded
from opentwinning.core.verdicts import Refused, hidden
from opentwinning.people.organisations.models import Merge, Organisation, Pair, RegisterImport
from opentwinning.people.organisations.policies import may_edit_organisation
from opentwinning.people.organisations.queries.look_alikes import look_alikes
from opentwinning.people.organisations.vocabulary import (
    BATCH,
    LOOKED_AT,
    OrganisationState,
    PairReason,
    PairState,
    Source,
)


def access_pair(actor: Actor, ref: str) -> Pair:
    """The door: a pair of a country the officer is in charge of."""
    found = Pair.objects.select_related("gone__parent", "kept__parent").filter(ref=ref).first()
    if found is None or not may_edit_organisation(actor, found.kept):
        raise Refused(hidden())
    return found


def access_merge(actor: Actor, ref: str) -> Merge:
    """The door: a merge of a country the officer is in charge of."""
    found = Merge.objects.select_related("gone", "kept").filter(ref=ref).first()
    if found is None or not may_edit_organisation(actor, found.kept):
        raise Refused(hidden())
    return found


def pairs_of(country: str, *, limit: int = 100) -> list[Pair]:
    """Pairs that wait for a decision, oldest first."""
    rows = Pair.objects.filter(country=country, state=PairState.OPEN)
    return list(rows.select_related("gone", "kept").order_by("at", "pk")[:limit])


def merges_of(country: str, *, limit: int = 50) -> list[Merge]:
    """The last merges and undos, newest first."""
    rows = Merge.objects.filter(country=country).select_related("gone", "kept", "undone_by")
    return list(rows.order_by("-pk")[:limit])


def successors(done: RegisterImport, gone: list[int]) -> Iterator[tuple[int, int]]:
    """(closed, new) schools of one import with the same name and the same postcode or town."""
    closed: dict[tuple[str, str], int] = {}
    for start in range(0, len(gone), 500):
        rows = Organisation.objects.filter(pk__in=gone[start : start + 500])
        for pk, name, postcode, place in rows.values_list("pk", "name", "postcode", "place"):
            closed.update((key, pk) for key in _keys(name, postcode, place))
    if not closed:
        return
    new = Organisation.objects.filter(
        country=done.country, state=OrganisationState.ACTIVE, created_at__gte=done.at
    )
    for pk, name, postcode, place in new.values_list("pk", "name", "postcode", "place").iterator(
        chunk_size=BATCH
    ):
        found = next((closed[key] for key in _keys(name, postcode, place) if key in closed), None)
        if found is not None:
            yield found, pk


def _keys(name: str, postcode: str, place: str) -> list[tuple[str, str]]:
    near = (postcode.replace(" ", "").lower(), folded(place))
    return [(folded(name), each) for each in near if each]


def registered_twice(done: RegisterImport) -> Iterator[tuple[int, int]]:
    """(a first teacher's school, the register's) that look alike; the newest ones only."""
    own = Organisation.objects.filter(
        country=done.country, state=OrganisationState.ACTIVE, source=Source.FIRST_TEACHER
    )
    for school in own.order_by("-pk")[:LOOKED_AT]:
        alike = look_alikes(done.country, school.name, school.place, school.postcode)
        match = next((s for s in alike if s.source == Source.REGISTER), None)
        if match is not None and folded(match.place) == folded(school.place):
            yield school.pk, match.pk


def proposals(done: RegisterImport, gone: list[int]) -> list[Pair]:
    """Pairs that an import found, not saved yet."""
    found = [(PairReason.SUCCESSOR, pair) for pair in successors(done, gone)]
    found += [(PairReason.LOOK_ALIKE, pair) for pair in registered_twice(done)]
    return [
        Pair(country=done.country, gone_id=old, kept_id=new, reason=reason, found_by=done)
        for reason, (old, new) in found
    ]
