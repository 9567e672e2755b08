"""A box that comes, from its arrival to its end (idea 9; J6)."""

from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import pgettext_lazy

from opentwinning.collaboration.boxes.events import ArrivalSent, ArrivalSettled, ArrivalWanted
from opentwinning.collaboration.boxes.models import Arrival
from opentwinning.collaboration.boxes.policies import may_bring_box, may_see_arrival
from opentwinning.collaboration.boxes.vocabulary import (
    ARRIVAL_TRANSITIONS,
    ARRIVALS_WAITING,
    ArrivalState,
    kept_for,
)
from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor, Role
from opentwinning.core.boxes import BOX_PARTS, Unpacking, when
from opentwinning.core.clock import now
from opentwinning.core.events import emit
from opentwinning.core.transitions import move
from opentwinning.core.verdicts import Invalid, Text, deny_unless, granted, hidden
from opentwinning.people.accounts.models import Account
from opentwinning.people.educators.queries import educator_of
from opentwinning.workspace.spaces import actions as spaces
from opentwinning.workspace.spaces.vocabulary import MemberCapacity

_MOVED_ON = pgettext_lazy("box", "This box is in another state now. Reload the page.")
_ENOUGH_WAIT = pgettext_lazy("box", "Other boxes of yours wait. Take them in or delete them first.")


@dataclass(frozen=True, slots=True)
class Sent:
    """A content on the disk that says it is a box."""

    stored_name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Contents:
    """What is taken out of a box: its manifest, its records, its files that were received."""

    manifest: dict[str, Any]
    records: Any
    received: dict[str, Any] = field(default_factory=dict)
    refused: list[str] = field(default_factory=list)


@action
def send_box(*, by: Actor, sent: Sent) -> Arrival:
    """It is here and will be looked through; nothing else happens yet."""
    deny_unless(may_bring_box(by))
    Account.objects.select_for_update().get(pk=by.account)
    waiting = Arrival.objects.filter(account_id=by.account).exclude(state=ArrivalState.TAKEN)
    if waiting.count() >= ARRIVALS_WAITING:
        raise Invalid(_ENOUGH_WAIT, "box")
    arrival = Arrival.objects.create(
        account_id=by.account,
        size=sent.size,
        sha256=sent.sha256,
        stored_name=sent.stored_name,
        ends_at=now() + kept_for(),
    )
    emit(ArrivalSent(arrival.ref))
    return arrival


@action
def tell_contents(
    *, by: Actor, arrival: Arrival, manifest: dict[str, Any], counts: dict[str, int]
) -> Arrival:
    """It is whole and harmless: its owner may see what is in it."""
    arrival = _locked(by, arrival)
    move(arrival, to=ArrivalState.SEEN, table=ARRIVAL_TRANSITIONS, sentence=_MOVED_ON)
    project = manifest["project"]
    arrival.title = project["title"][:160]
    arrival.description = project["description"]
    arrival.made_by, arrival.made_at = manifest["made_by"][:200], when(manifest["made_at"])
    arrival.counts, arrival.left_out = counts, manifest["left_out"]
    arrival.save()
    return arrival


@action
def refuse_arrival(*, by: Actor, arrival: Arrival, problem: str) -> Arrival:
    """It is no box, or made to do harm."""
    arrival = _locked(by, arrival)
    move(arrival, to=ArrivalState.REFUSED, table=ARRIVAL_TRANSITIONS, sentence=_MOVED_ON)
    arrival.problem = problem[:300]
    arrival.save(update_fields=["state", "problem"])
    return arrival


@action
def want_arrival(*, by: Actor, arrival: Arrival) -> Arrival:
    """She has seen what is in it."""
    deny_unless(may_see_arrival(by, arrival))
    arrival = Arrival.objects.select_for_update().get(pk=arrival.pk)
    move(arrival, to=ArrivalState.TAKING, table=ARRIVAL_TRANSITIONS, sentence=_MOVED_ON)
    arrival.problem = ""
    arrival.save(update_fields=["state", "problem"])
    emit(ArrivalWanted(arrival.ref))
    return arrival


@action
def take_in(*, by: Actor, arrival: Arrival, contents: Contents) -> Arrival:
    """Everything or nothing: a space that is read only, with names beside what they made, and her
    as its only member. Returns it as it is now; the caller removes the content of the box."""
    deny_unless(may_see_arrival(by, arrival))
    arrival = Arrival.objects.select_for_update().get(pk=arrival.pk)
    move(arrival, to=ArrivalState.TAKEN, table=ARRIVAL_TRANSITIONS, sentence=_MOVED_ON)
    space = spaces.bring_space(by=by, project=contents.manifest["project"])
    unpacking = Unpacking(by, space, contents.records, received=contents.received)
    spaces.bring_people(by=by, unpacking=unpacking)
    educator = educator_of(by)
    spaces.admit_account(
        by=by,
        space=space,
        account=Account.objects.get(pk=by.account),
        capacity=MemberCapacity.ADMIN,
        country=educator.country if educator else "",
    )
    for part in sorted(BOX_PARTS, key=lambda each: each.turn):
        if part.bring is not None:
            part.bring(unpacking)
    arrival.space, arrival.stored_name, arrival.ends_at = space, "", None
    arrival.refused = contents.refused
    arrival.save()
    note(arrival, **{kind: number for kind, number in arrival.counts.items() if number})
    emit(ArrivalSettled(arrival.account_id, arrival.ref, arrival.title, is_taken=True))
    return arrival


@action
def fail_arrival(*, by: Actor, arrival: Arrival, sentence: Text) -> Arrival:
    """Nothing of it stands here; she reads why and may try again."""
    arrival = _locked(by, arrival)
    move(arrival, to=ArrivalState.FAILED, table=ARRIVAL_TRANSITIONS, sentence=_MOVED_ON)
    arrival.problem = str(sentence)[:300]
    arrival.save(update_fields=["state", "problem"])
    emit(ArrivalSettled(arrival.account_id, arrival.ref, arrival.title, is_taken=False))
    return arrival


@action
def delete_arrival(*, by: Actor, arrival: Arrival) -> str:
    """The box, or everything that came in it. Returns the name of the content that the caller takes
    off the disk, "" without one."""
    deny_unless(granted() if by.is_a(Role.SYSTEM) else may_see_arrival(by, arrival))
    arrival = Arrival.objects.select_for_update().get(pk=arrival.pk)
    stored_name, space = arrival.stored_name, arrival.space
    note(arrival)
    arrival.delete()
    if space is not None:
        spaces.withhold_space(by=by, space=space)
        spaces.empty_space(by=by, space=space)
    return stored_name


def _locked(by: Actor, arrival: Arrival) -> Arrival:
    deny_unless(granted() if by.is_a(Role.SYSTEM) else hidden())
    found = Arrival.objects.select_for_update().filter(pk=arrival.pk).first()
    if found is None:
        raise Invalid(_MOVED_ON)
    return found
