"""What is decided here is done by the app that keeps the thing (H6, H17)."""

from opentwinning.core.events import on
from opentwinning.people.safeguarding.events import ItemGivenBack, ItemWithheld
from opentwinning.people.safeguarding.vocabulary import Hiding, reportable


@on(ItemWithheld)
def withhold(event: ItemWithheld) -> None:
    hiding = _hiding(event.kind)
    if hiding is not None:
        hiding.withhold(event.ref, event.reason)


@on(ItemGivenBack)
def give_back(event: ItemGivenBack) -> None:
    hiding = _hiding(event.kind)
    if hiding is not None:
        hiding.give_back(event.ref)


def _hiding(kind: str) -> Hiding | None:
    declared = reportable(kind)
    return None if declared is None else declared.hiding
