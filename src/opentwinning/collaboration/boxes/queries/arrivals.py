"""Boxes that came."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import QuerySet

from opentwinning.collaboration.boxes.models import Arrival
from opentwinning.collaboration.boxes.policies import may_see_arrival
from opentwinning.collaboration.boxes.vocabulary import KINDS, ArrivalState
from opentwinning.core.actor import Actor
from opentwinning.core.boxes import BOX_PARTS
from opentwinning.core.clock import now
from opentwinning.core.verdicts import Refused, Text, deny_unless, hidden


@dataclass(frozen=True, slots=True)
class Counted:
    """So many things of one kind, and whether they are taken in."""

    label: Text
    number: int
    is_taken: bool


def access_arrival(actor: Actor, ref: str) -> Arrival:
    """The door: a box that she brought."""
    found = Arrival.objects.select_related("space").filter(ref=ref).first()
    if found is None:
        raise Refused(hidden())
    deny_unless(may_see_arrival(actor, found))
    return found


def arrivals_of(actor: Actor) -> QuerySet[Arrival]:
    """Her own, the newest first."""
    return Arrival.objects.filter(account_id=actor.account_id or 0).order_by("-pk")


def counted(arrival: Arrival) -> list[Counted]:
    """What is in it, kind by kind."""
    taken = {"people", *(kind for part in BOX_PARTS if part.bring for kind in part.kinds)}
    return [
        Counted(label, int(arrival.counts.get(kind, 0)), kind in taken)
        for kind, label in KINDS.items()
        if arrival.counts.get(kind)
    ]


def taken_before(arrival: Arrival) -> Arrival | None:
    """The same box, when she took it in already."""
    rows = Arrival.objects.filter(account=arrival.account_id, sha256=arrival.sha256)
    return rows.filter(state=ArrivalState.TAKEN).exclude(pk=arrival.pk).first()


def arrivals_to_forget() -> QuerySet[Arrival]:
    """Nobody took them in, and their days are over."""
    return Arrival.objects.filter(ends_at__lte=now())


def arrivals_of_account(account_id: int) -> Iterator[Arrival]:
    """Everything that somebody brought."""
    yield from Arrival.objects.filter(account_id=account_id)


def contents_of_arrivals(names: list[str]) -> set[str]:
    """Which of these contents are boxes that came."""
    rows = Arrival.objects.filter(stored_name__in=names)
    return set(rows.values_list("stored_name", flat=True))


def home_of_arrival(space_id: int) -> tuple[str, str] | None:
    """Title and public id of what came in a box and stands in this space."""
    return Arrival.objects.filter(space=space_id).values_list("space__title", "ref").first()
